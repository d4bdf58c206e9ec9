package dev.usher.wire;

import dev.usher.desk.DeskLoop;
import dev.usher.desk.Outcome;
import dev.usher.desk.StoreException;
import dev.usher.desk.Submissions;
import dev.usher.desk.Switchboard;
import dev.usher.desk.VisitArchive;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.Refusal;
import dev.usher.routing.VisitId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.Packet;

/**
 * What customers hand in over HTTP, as commands for a desk. A visit that its desk does not have any more is in the
 * archive: the desk has stored its end before it says so. Thread-safe.
 */
final class HandedIn implements Submissions {
    private static final Logger LOG = LoggerFactory.getLogger(HandedIn.class);

    /**
     * What is handed in goes here.
     *
     * @param service the domain of the workgroups
     * @param readers works on what is stored; bounded, so that it may reject
     */
    record Surroundings(
            Switchboard<Packet> switchboard,
            VisitArchive archive,
            VisitIds ids,
            VisitTokens tokens,
            String service,
            Executor readers,
            Clock clock) {}

    private final Surroundings with;

    HandedIn(Surroundings surroundings) {
        this.with = surroundings;
    }

    @Override
    public CompletableFuture<Answer> leave(String workgroup, Map<String, List<String>> answers, String origin) {
        var id = with.ids().next();
        // The customer has no address. This one is nobody's, and no other customer's.
        var from = id.value() + "@" + with.service();
        return desk(workgroup, new Command.LeaveMessage(id, new Address(from, from), answers, origin))
                .thenApply(HandedIn::answer);
    }

    @Override
    public CompletableFuture<Answer> rate(String workgroup, String token, int score, String comment) {
        var visit = with.tokens().read(token);
        if (visit.isEmpty()) {
            return CompletableFuture.completedFuture(Answer.NOT_TAKEN);
        }
        var rating = new Rating(score, comment);
        return desk(workgroup, new Command.Rate(visit.get(), rating.text()))
                .thenCompose(outcome -> refused(outcome) == Refusal.NO_VISIT
                        ? rateAfterwards(workgroup, visit.get(), rating)
                        : CompletableFuture.completedFuture(answer(outcome)));
    }

    private CompletableFuture<Outcome<Packet>> desk(String workgroup, Command command) {
        return with.switchboard()
                .desk(workgroup)
                .map((DeskLoop<Packet> desk) -> desk.ask(command))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** @param outcome null where there is no such workgroup */
    private static Answer answer(Outcome<Packet> outcome) {
        if (outcome == null) {
            return Answer.NOT_TAKEN;
        }
        if (outcome.failed()) {
            return Answer.LATER;
        }
        var refusal = refused(outcome);
        if (refusal == null) {
            return Answer.TAKEN;
        }
        return switch (refusal) {
            case TOO_MANY_MESSAGES, TOO_MANY_MESSAGES_OF_ORIGIN, TOO_MANY_RATINGS -> Answer.TOO_MANY;
            default -> Answer.NOT_TAKEN;
        };
    }

    private static Refusal refused(Outcome<Packet> outcome) {
        return outcome == null
                ? null
                : outcome.routed().stream()
                        .filter(Event.Refused.class::isInstance)
                        .map(event -> ((Event.Refused) event).why())
                        .findFirst()
                        .orElse(null);
    }

    private CompletableFuture<Answer> rateAfterwards(String workgroup, VisitId visit, Rating rating) {
        try {
            return CompletableFuture.supplyAsync(() -> written(workgroup, visit, rating), with.readers());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(Answer.LATER);
        }
    }

    private Answer written(String workgroup, VisitId visit, Rating rating) {
        try {
            var noted = with.archive()
                    .rate(workgroup, visit, rating.text(), with.clock().instant());
            return switch (noted) {
                case KEPT -> Answer.TAKEN;
                case TOO_MANY -> Answer.TOO_MANY;
                case STILL_ON, NOT_THEIRS -> Answer.NOT_TAKEN;
            };
        } catch (StoreException e) {
            LOG.warn("rating-failed visit={}", visit.value(), e);
            return Answer.LATER;
        }
    }
}
