package dev.usher.desk;

import dev.usher.routing.Command;
import dev.usher.routing.Errand;
import dev.usher.routing.Event;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Brings what one workgroup wants of another to that one's desk, then tells the rest. It is called with what is stored,
 * so that a crash in between is made good by the home of the visit, which asks again.
 */
public final class Relay<O> implements Outbox<O> {
    private final String home;
    private final BiPredicate<String, Command> desks;
    private final Outbox<O> next;

    /** @param desks posts a command to the desk of that name; false if there is none */
    public Relay(String home, BiPredicate<String, Command> desks, Outbox<O> next) {
        this.home = home;
        this.desks = desks;
        this.next = next;
    }

    @Override
    public void tell(List<Outcome<O>> batch) {
        batch.forEach(outcome -> outcome.routed().forEach(this::relay));
        next.tell(batch);
    }

    private void relay(Event event) {
        if (event instanceof Event.Referred referred) {
            refer(referred);
        } else if (event instanceof Event.Recalled recalled) {
            desks.test(recalled.workgroup(), new Command.CallBack(recalled.visit(), home));
        } else if (event instanceof Event.Lent lent) {
            desks.test(lent.home(), new Command.Lend(lent.visit(), home, lent.agent()));
        } else if (event instanceof Event.Declined declined) {
            desks.test(declined.home(), new Command.Decline(declined.visit(), home));
        }
    }

    private void refer(Event.Referred referred) {
        var errand = referred.errand();
        var named = new Errand(
                errand.visit(),
                home,
                errand.customer(),
                errand.answers(),
                errand.since(),
                errand.handover(),
                errand.until());
        boolean isThere =
                !referred.workgroup().equals(home) && desks.test(referred.workgroup(), new Command.Run(named));
        if (!isThere) {
            desks.test(home, new Command.Decline(referred.visit(), referred.workgroup()));
        }
    }
}
