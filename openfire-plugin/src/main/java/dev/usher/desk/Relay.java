package dev.usher.desk;

import dev.usher.routing.Command;
import dev.usher.routing.Event;
import java.util.List;

/**
 * Brings what one workgroup wants of another to that one's desk, then tells the rest. It is called with what is stored,
 * so that a crash in between is made good by the home of the visit, which asks again.
 */
public final class Relay<O> implements Outbox<O> {
    /** The desks of this server, by the names of their workgroups. */
    public interface Desks {
        /** Posts to the desk of that name. Returns whether there is one. */
        boolean report(String name, Command command);

        /** Posts to every desk. */
        void report(Command command);
    }

    private final String home;
    private final Desks desks;
    private final Outbox<O> next;

    public Relay(String home, Desks desks, Outbox<O> next) {
        this.home = home;
        this.desks = desks;
        this.next = next;
    }

    @Override
    public void tell(List<Outcome<O>> batch) {
        batch.forEach(outcome -> outcome.routed().forEach(this::relay));
        next.tell(batch);
        batch.forEach(outcome -> outcome.routed().forEach(this::confirm));
    }

    /** Agents have been told of a message: it is over, and is not told again. */
    private void confirm(Event event) {
        if (event instanceof Event.MessageShown shown) {
            desks.report(home, new Command.ConfirmMessage(shown.visit(), shown.agents()));
        }
    }

    private void relay(Event event) {
        if (event instanceof Event.Referred referred) {
            refer(referred);
        } else if (event instanceof Event.Recalled recalled) {
            desks.report(recalled.workgroup(), new Command.CallBack(recalled.visit(), home));
        } else if (event instanceof Event.Lent lent) {
            desks.report(lent.home(), new Command.Lend(lent.visit(), home, lent.agent()));
        } else if (event instanceof Event.Declined declined) {
            desks.report(declined.home(), new Command.Decline(declined.visit(), home));
        } else if (event instanceof Event.BeganAnew) {
            desks.report(new Command.AskAgain(home));
        } else if (event instanceof Event.StillLent still) {
            desks.report(still.lender(), new Command.KeepLent(still.errand().of(home), still.agent()));
        }
    }

    private void refer(Event.Referred referred) {
        boolean isThere = !referred.workgroup().equals(home)
                && desks.report(
                        referred.workgroup(), new Command.Run(referred.errand().of(home)));
        if (!isThere) {
            desks.report(home, new Command.Decline(referred.visit(), referred.workgroup()));
        }
    }
}
