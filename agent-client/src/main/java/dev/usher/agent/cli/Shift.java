package dev.usher.agent.cli;

import dev.usher.agent.AgentDesk;
import dev.usher.agent.Channel;
import dev.usher.agent.ChannelListener;
import dev.usher.agent.DeskListener;
import dev.usher.agent.Ending;
import dev.usher.agent.Invitation;
import dev.usher.agent.Line;
import dev.usher.agent.Offer;
import dev.usher.agent.QueueView;
import dev.usher.agent.stanza.DriveElement;
import dev.usher.agent.stanza.ReportElement;
import java.io.BufferedReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jxmpp.jid.EntityBareJid;

/**
 * What happens between going online and going offline: everything the desk tells and everything the agent types, one
 * after the other on the thread of {@link #run}. That thread owns all state.
 */
final class Shift implements DeskListener, ChannelListener {

    private final AgentDesk desk;
    private final Screen screen;
    private final boolean autoAccept;
    private final BlockingQueue<Runnable> todo = new LinkedBlockingQueue<>();
    private final Keyboard keyboard;
    private final Obedience obedience;
    private final Offers offers = new Offers();
    private final Visits visits = new Visits();
    private final Map<String, String> customers = new HashMap<>();
    private final Map<String, Integer> queues = new HashMap<>();
    private Exit exit;

    Shift(AgentDesk desk, Screen screen, BufferedReader in, boolean autoAccept) {
        this.desk = desk;
        this.screen = screen;
        this.autoAccept = autoAccept;
        this.keyboard = new Keyboard(in, this::typed, () -> todo.add(() -> end(Exit.OK)));
        this.obedience = new Obedience(desk, screen, this, visits);
        desk.addListener(this);
    }

    Exit run() throws InterruptedException {
        keyboard.open();
        while (exit == null) {
            todo.take().run();
        }
        return exit;
    }

    void end(Exit reason) {
        exit = reason;
    }

    private void typed(String text) {
        todo.add(() -> obedience
                .obey(Command.parse(text))
                .whenComplete((done, failure) -> todo.add(() -> {
                    if (failure != null) {
                        screen.warning(Workplace.sentence(failure));
                    }
                    keyboard.next();
                })));
    }

    CompletableFuture<?> accept(OptionalInt number) {
        var chosen = offers.take(number);
        if (chosen.isEmpty()) {
            screen.warning("There is no such offer.");
            return CompletableFuture.completedFuture(null);
        }
        var offer = chosen.get().getValue();
        customers.put(offer.visit(), offer.customerName());
        return desk.accept(offer, this).thenAccept(this::begun);
    }

    CompletableFuture<?> decline(OptionalInt number) {
        var chosen = offers.take(number);
        if (chosen.isEmpty()) {
            screen.warning("There is no such offer.");
            return CompletableFuture.completedFuture(null);
        }
        return desk.decline(chosen.get().getValue())
                .thenRun(() -> screen.line("Offer " + chosen.get().getKey() + " is declined."));
    }

    private void begun(Channel channel) {
        todo.add(() -> visit(channel));
    }

    /** The visit of a channel; its first sign of life begins it. */
    private Visit visit(Channel channel) {
        return visits.of(channel).orElseGet(() -> {
            var customer = customers.getOrDefault(channel.visit(), channel.visit());
            var visit = visits.begin(customer, channel);
            screen.line(visit + " begins. You are " + channel.nick() + ".");
            return visit;
        });
    }

    /** Lines of the current visit stand bare, as in any chat; those of the others say whose they are. */
    private void line(Channel channel, String text) {
        var visit = visit(channel);
        var isCurrent = visits.current().filter(current -> current == visit).isPresent();
        screen.line(isCurrent ? text : "[" + visit + "] " + text);
    }

    @Override
    public void offered(Offer offer) {
        todo.add(() -> {
            var number = offers.write(offer);
            screen.line(Wording.offer(number, offer, Clock.systemUTC().instant()));
            if (autoAccept) {
                accept(OptionalInt.of(number))
                        .whenComplete((done, failure) -> todo.add(() -> {
                            if (failure != null) {
                                screen.warning(Workplace.sentence(failure));
                            }
                        }));
            }
        });
    }

    @Override
    public void revoked(Offer offer, String reason) {
        todo.add(() ->
                offers.take(offer.visit()).ifPresent(number -> screen.line("Offer " + number + " is gone: " + reason)));
    }

    /** Nobody but the switch invites, and only the agent whose visit it is: there is nothing to ask. */
    @Override
    public void invited(Invitation invitation) {
        todo.add(() -> {
            invitation.customer().ifPresent(customer -> customers.put(invitation.visit(), customer.toString()));
            desk.join(invitation, this).thenAccept(this::begun);
        });
    }

    @Override
    public void queueChanged(QueueView view) {
        todo.add(() -> {
            var count = view.overview().count();
            var before = queues.put(view.workgroup() + "/" + view.queue(), count);
            if (before == null ? count > 0 : before != count) {
                screen.line(view.workgroup().getLocalpart() + ", " + view.queue() + ": " + count + " waiting");
            }
        });
    }

    @Override
    public void dismissed(EntityBareJid workgroup, String reason) {
        todo.add(() -> screen.warning("No longer on duty in " + workgroup.getLocalpart() + ": " + reason));
    }

    @Override
    public void disconnected(String reason) {
        todo.add(() -> {
            screen.warning(reason);
            end(Exit.LOST);
        });
    }

    @Override
    public void said(Channel channel, Line line) {
        if (!line.own()) {
            todo.add(() -> line(channel, Wording.line(line)));
        }
    }

    /** Our own drives are told when the switch has taken them; this is about the others'. */
    @Override
    public void driven(Channel channel, DriveElement drive) {
        if (!drive.by().equals(channel.nick())) {
            todo.add(() -> line(channel, drive.by() + " opens " + drive.url()));
        }
    }

    @Override
    public void reported(Channel channel, ReportElement report) {
        todo.add(() -> line(channel, Wording.report(report, visit(channel).target(report.drive()))));
    }

    @Override
    public void entered(Channel channel, String nick) {
        todo.add(() -> line(channel, nick + " is here."));
    }

    @Override
    public void left(Channel channel, String nick) {
        todo.add(() -> line(channel, nick + " has left."));
    }

    @Override
    public void ended(Channel channel, Ending ending) {
        todo.add(() -> {
            var visit = visit(channel);
            visits.end(visit);
            customers.remove(channel.visit());
            screen.line(visit + " is over: " + ending.sentence());
            visits.current().ifPresent(current -> screen.line("You talk in " + current + "."));
        });
    }
}
