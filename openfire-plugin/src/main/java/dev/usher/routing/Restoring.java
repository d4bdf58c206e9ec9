package dev.usher.routing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** Goes on with the visits of an earlier life. Decides on a floor that is not its own. */
final class Restoring {
    private final Floor floor;
    private final Leaving leaving;
    private final Errands errands;
    private final Attendance attendance;

    Restoring(Floor floor, Leaving leaving, Errands errands, Attendance attendance) {
        this.floor = floor;
        this.leaving = leaving;
        this.errands = errands;
        this.attendance = attendance;
    }

    void restore(Command.Restore restore) {
        restore.bonds().forEach(floor.bonds::add);
        for (var state : restore.visits()) {
            var visit = floor.resumes(state);
            if (visit.phase() == Phase.MESSAGE) {
                continue; // it waits for an agent, whatever has become of everybody's connections
            }
            goOn(visit, restore.here(), restore.channelsAreLost());
            attendance.settle(visit); // the settings may be others than in that earlier life
        }
        floor.say(new Event.BeganAnew());
    }

    private void goOn(Visit visit, Set<String> here, boolean channelsAreLost) {
        boolean isStillOpen = visit.phase() == Phase.OPEN && !channelsAreLost;
        if (!isStillOpen) {
            visit.handover().ifPresent(handover -> leaving.dropHandover(visit, handover, HandoverFailure.WITHDRAWN));
        }
        var offers = new LinkedHashMap<>(visit.offers());
        offers.values().removeIf(agent -> !here.contains(agent.connection()));
        if (visit.phase() == Phase.OFFERED && !here.contains(visit.customer().connection())) {
            // Who is gone is not offered meanwhile: those who were asked and are still there hear of it.
            offers.values().forEach(agent -> leaving.takeBackOffer(visit, agent, RevokeReason.CUSTOMER_GONE));
            offers.clear();
        }
        var missing = visit.seats().stream()
                .filter(seat -> !here.contains(seat.agent().connection()))
                .map(seat -> seat.agent().user())
                .toList();
        boolean isAsItWas = !channelsAreLost
                && missing.isEmpty()
                && offers.size() == visit.offers().size()
                && here.contains(visit.customer().connection());
        if (isAsItWas) {
            sayAgain(visit);
            return;
        }
        floor.happens(
                visit,
                new Event.Restored(
                        visit.id(),
                        phase(visit, offers.isEmpty(), isStillOpen),
                        customerBy(visit, here),
                        floor.in(floor.timing().comeBack()),
                        missing,
                        offers));
        askAgain(visit);
        Reopening.whenBothAreBack(floor, visit);
    }

    /** What was decided last may not have been told: whoever hears it twice is not harmed. */
    private void sayAgain(Visit visit) {
        if (visit.phase() == Phase.SEATED && !visit.waitsForReopening()) {
            var seat = visit.seats().get(0);
            var openBy = floor.in(floor.timing().open());
            floor.happens(visit, new Event.Seated(visit.id(), seat.agent(), visit.customer(), seat.lender(), openBy));
        } else if (visit.phase() == Phase.OPEN && visit.deadline().isPresent()) {
            var enterBy = floor.in(floor.timing().entry());
            floor.happens(visit, new Event.Opened(visit.id(), visit.leader(), visit.customer(), enterBy));
        }
        askAgain(visit);
    }

    /** The other workgroup was started again as well, and knows of nothing. */
    private void askAgain(Visit visit) {
        Errands.askedOf(visit).ifPresent(workgroup -> errands.refer(visit, workgroup));
    }

    private static Phase phase(Visit visit, boolean nobodyIsAsked, boolean isStillOpen) {
        return switch (visit.phase()) {
            case WAITING, OFFERED -> nobodyIsAsked ? Phase.WAITING : Phase.OFFERED;
            case REFERRED, MESSAGE -> visit.phase();
            case SEATED, OPEN, LENT -> isStillOpen ? Phase.OPEN : Phase.SEATED;
        };
    }

    private Optional<Instant> customerBy(Visit visit, Set<String> here) {
        return here.contains(visit.customer().connection())
                ? visit.returnBy()
                : Optional.of(floor.in(floor.timing().comeBack()));
    }
}
