package dev.usher.agent.cli;

import dev.usher.agent.AgentDesk;
import dev.usher.agent.Drive;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jxmpp.jid.EntityBareJid;

/** Does what the agent typed. Runs on the shift's thread; each future is done when the next line may be read. */
final class Obedience {

    /** What people type for an address: a host with a dot, and no scheme. */
    private static final Pattern BARE_HOST = Pattern.compile(
            "[\\p{IsAlphabetic}\\p{IsDigit}-]+(\\.[\\p{IsAlphabetic}\\p{IsDigit}-]+)+(:\\d+)?([/?#].*)?");

    private final AgentDesk desk;
    private final Screen screen;
    private final Shift shift;
    private final Visits visits;

    Obedience(AgentDesk desk, Screen screen, Shift shift, Visits visits) {
        this.desk = desk;
        this.screen = screen;
        this.shift = shift;
        this.visits = visits;
    }

    CompletableFuture<?> obey(Command command) {
        if (command instanceof Command.Say say) {
            return inVisit(visit -> visit.channel().send(say.text()));
        } else if (command instanceof Command.Go go) {
            return inVisit(visit -> drive(visit, go.url()));
        } else if (command instanceof Command.End) {
            return inVisit(visit -> visit.channel().leave());
        } else if (command instanceof Command.Accept accept) {
            return shift.accept(accept.offer());
        } else if (command instanceof Command.Decline decline) {
            return shift.decline(decline.offer());
        } else if (command instanceof Command.Away) {
            return everywhere(desk::goAway, "Away: no offers until /back.");
        } else if (command instanceof Command.Back) {
            return everywhere(desk::goOnline, "Back.");
        }
        answer(command);
        return CompletableFuture.completedFuture(null);
    }

    private void answer(Command command) {
        if (command instanceof Command.Visits) {
            list();
        } else if (command instanceof Command.Switch to) {
            visits.select(to.visit())
                    .ifPresentOrElse(
                            visit -> screen.line("You talk in " + visit + "."),
                            () -> screen.warning("There is no visit " + to.visit() + "."));
        } else if (command instanceof Command.Help) {
            Wording.HELP.lines().forEach(screen::line);
        } else if (command instanceof Command.Quit) {
            shift.end(Exit.OK);
        } else if (command instanceof Command.Wrong wrong) {
            screen.warning(wrong.sentence());
        }
    }

    private CompletableFuture<?> inVisit(Function<Visit, CompletableFuture<?>> deed) {
        var visit = visits.current();
        if (visit.isEmpty()) {
            screen.warning("There is nobody to talk to: no visit is open.");
            return CompletableFuture.completedFuture(null);
        }
        return deed.apply(visit.get());
    }

    private CompletableFuture<?> drive(Visit visit, String url) {
        var absolute = BARE_HOST.matcher(url).matches() ? "https://" + url : url;
        return visit.channel().drive(absolute).thenAccept(drive -> taken(visit, drive));
    }

    private void taken(Visit visit, Drive drive) {
        visit.driven(drive);
        screen.line(Wording.taken(drive));
    }

    private CompletableFuture<?> everywhere(Function<EntityBareJid, CompletableFuture<Void>> deed, String done) {
        var all = desk.onDuty().stream().map(deed).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(all).thenRun(() -> screen.line(done));
    }

    private void list() {
        if (visits.all().isEmpty()) {
            screen.line("No visit is open.");
        }
        for (var visit : visits.all()) {
            var isCurrent = visits.current().filter(current -> current == visit).isPresent();
            screen.line((isCurrent ? "* " : "  ") + visit + " in "
                    + visit.channel().workgroup().getLocalpart());
        }
    }
}
