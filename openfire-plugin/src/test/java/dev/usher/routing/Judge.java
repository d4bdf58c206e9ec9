package dev.usher.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may take which visit, one after the other and by the words of the specification: nothing here is fast. */
final class Judge {
    private final Turmoil turmoil;

    Judge(Turmoil turmoil) {
        this.turmoil = turmoil;
    }

    /** Whether an agent is looked for, and nobody is being asked. */
    static boolean seeks(VisitState visit) {
        boolean isHere = visit.returnBy().isEmpty() && visit.offers().isEmpty();
        return isHere && (visit.phase() == Phase.WAITING || wantsAnother(visit));
    }

    private static boolean wantsAnother(VisitState visit) {
        return visit.phase() == Phase.OPEN
                && visit.handover()
                        .filter(handover -> !(handover.target() instanceof Handover.Target.Workgroup))
                        .isPresent();
    }

    /** The agents who are doing nothing about it. */
    List<String> free(VisitState visit) {
        return turmoil.settings.agents().stream()
                .filter(user -> !turmoil.chronicle.isAsked(user))
                .filter(user -> mayTake(user, visit))
                .toList();
    }

    /** Whether an agent may take a visit, but for being asked for another one. */
    boolean mayTake(String user, VisitState visit) {
        var told = turmoil.chronicle;
        var paused = visit.pausedUntil().get(user);
        return told.isAvailable(user)
                && told.load(user, turmoil.now) < told.capacity(user, turmoil.settings)
                && (paused == null || !turmoil.now.isBefore(paused))
                && !told.seatsOf(visit.id()).containsKey(user)
                && suits(user, visit);
    }

    private boolean suits(String user, VisitState visit) {
        if (visit.handover().isPresent()) {
            var target = visit.handover().get().target();
            return target instanceof Handover.Target.Agent wanted
                    ? wanted.user().equals(user)
                    : serves(user, ((Handover.Target.Queue) target).name());
        }
        return serves(user, visit.queue()) && isKeptFor(user, visit) && hasSkills(user, visit.skills());
    }

    private boolean serves(String user, String queue) {
        return turmoil.settings.queueOrFirst(queue).agents().contains(user);
    }

    /** A visit is kept for an agent only as long as that one is there to be asked. */
    private boolean isKeptFor(String user, VisitState visit) {
        return visit.reserved()
                .map(Reservation::user)
                .filter(turmoil.chronicle::isAvailable)
                .map(user::equals)
                .orElse(true);
    }

    private boolean hasSkills(String user, Map<String, Integer> demanded) {
        var skills = turmoil.settings.profile(user).skills();
        return demanded.entrySet().stream()
                .allMatch(skill -> skills.getOrDefault(skill.getKey(), 0) >= skill.getValue());
    }

    /** Whether every skill that is demanded is one that somebody has who serves there, and as well as that. */
    boolean isPossible(VisitState visit) {
        return visit.skills().entrySet().stream()
                .allMatch(skill -> turmoil.settings.queueOrFirst(visit.queue()).agents().stream()
                        .anyMatch(user -> hasSkills(user, Map.ofEntries(skill))));
    }

    /** Of two visits that an agent may take, which comes first. */
    Comparator<VisitState> order() {
        return Comparator.comparingInt((VisitState visit) -> -queueOf(visit).priority())
                .thenComparingInt(visit -> -visit.placed().priority())
                .thenComparingLong(visit -> visit.placed().number());
    }

    private ServiceQueue queueOf(VisitState visit) {
        var wanted = visit.handover()
                .map(Handover::target)
                .map(target -> target instanceof Handover.Target.Queue queue ? queue.name() : "");
        return turmoil.settings.queueOrFirst(wanted.orElse(visit.queue()));
    }

    /** Who waits for an agent who is being asked for somebody who comes after. */
    Optional<VisitState> passedOver(String user, VisitState chosen) {
        return turmoil.visits().stream()
                .filter(Judge::seeks)
                .filter(visit -> order().compare(visit, chosen) < 0)
                .filter(visit -> mayTake(user, visit))
                .findFirst();
    }

    /** Everybody in a queue, in their order. */
    List<VisitState> line(ServiceQueue queue) {
        return turmoil.visits().stream()
                .filter(visit -> visit.phase().inQueue())
                .filter(visit -> turmoil.settings.queueOrFirst(visit.queue()).equals(queue))
                .sorted(Comparator.comparingInt(
                                (VisitState visit) -> -visit.placed().priority())
                        .thenComparingLong(visit -> visit.placed().number()))
                .toList();
    }
}
