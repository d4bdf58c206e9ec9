package dev.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds after every step even while settings change, neighbours ask and are asked, and the server starts again. */
class TurmoilProperties {
    record Story(List<Turmoil.Step> steps, Policy ofVerona, Policy ofMantua) {}

    @Provide
    Arbitrary<Story> stories() {
        var steps = Combinators.combine(
                        Arbitraries.integers().between(0, Turmoil.KINDS),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(3, 1), Tuple.of(2, 7), Tuple.of(1, 31)))
                .as(Turmoil.Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(200);
        return Combinators.combine(steps, Arbitraries.of(Policy.class), Arbitraries.of(Policy.class))
                .as(Story::new);
    }

    private static void tell(Story story, BiConsumer<Turmoil, Judge> after) {
        var turmoil = new Turmoil(story.ofVerona(), story.ofMantua());
        var judge = new Judge(turmoil);
        for (var step : story.steps()) {
            turmoil.take(step);
            after.accept(turmoil, judge);
        }
    }

    @Property
    void nobodyIsAskedForMoreThanAllowed(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> assertThat(turmoil.chronicle.wrong).isEmpty());
    }

    @Property
    void whatIsKeptIsWhatWasTold(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> {
            for (var visit : turmoil.visits()) {
                var told = turmoil.chronicle;
                assertThat(visit.offers()).as("offers of %s", visit).isEqualTo(told.offersOf(visit.id()));
                assertThat(visit.seats().stream()
                                .map(seat -> seat.agent().user())
                                .collect(Collectors.toSet()))
                        .as("seats of %s", visit)
                        .isEqualTo(told.seatsOf(visit.id()).keySet());
                assertThat(askedOf(visit)).as("referral of %s", visit).isEqualTo(told.referredTo(visit.id()));
                assertThat(lenders(visit)).as("lenders of %s", visit).isEqualTo(told.borrowed(visit.id()));
            }
        });
    }

    private static Optional<String> askedOf(VisitState visit) {
        return visit.handover()
                .map(Handover::target)
                .filter(Handover.Target.Workgroup.class::isInstance)
                .map(target -> ((Handover.Target.Workgroup) target).name())
                .or(() -> Optional.of(visit.referredTo()).filter(name -> !name.isEmpty()));
    }

    private static java.util.Set<String> lenders(VisitState visit) {
        return visit.seats().stream()
                .map(Seat::lender)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    @Property
    void everyVisitIsInOneState(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> {
            for (var visit : turmoil.visits()) {
                assertThat(visit).as("one state").matches(TurmoilProperties::isSound);
            }
            var kept = turmoil.workgroup.states().stream().map(VisitState::id).collect(Collectors.toSet());
            assertThat(kept).isEqualTo(turmoil.chronicle.underWay());
        });
    }

    private static boolean isSound(VisitState visit) {
        boolean isAsked = !visit.offers().isEmpty();
        boolean isMissed = visit.returnBy().isPresent();
        boolean isSoundInItsPhase = switch (visit.phase()) {
            case MESSAGE ->
                !isAsked
                        && visit.seats().isEmpty()
                        && !isMissed
                        && visit.queuedAt().equals(visit.placed().since());
            case WAITING, REFERRED -> !isAsked && visit.seats().isEmpty();
            case OFFERED -> isAsked && visit.seats().isEmpty() && !isMissed;
            case SEATED, LENT -> !isAsked && !visit.seats().isEmpty();
            case OPEN ->
                !visit.seats().isEmpty() && (!isAsked || visit.handover().isPresent());
        };
        return isSoundInItsPhase
                && visit.offeredUntil().isPresent() == isAsked
                && visit.referredTo().isEmpty() == (visit.phase() != Phase.REFERRED)
                && (visit.handover().isEmpty() || visit.phase() == Phase.OPEN)
                && (!visit.customerEntered() || visit.phase() == Phase.OPEN && !isMissed);
    }

    @Property
    void whoLooksInMayAndIsNoPartOfTheVisit(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> {
            for (var visit : turmoil.visits()) {
                assertThat(visit.monitors())
                        .as("monitors of %s", visit)
                        .doesNotHaveDuplicates()
                        .allMatch(monitor -> turmoil.settings.monitors().contains(monitor.user()))
                        .noneMatch(monitor -> visit.seats().stream().anyMatch(seat -> seat.isOf(monitor.user())));
                assertThat(visit.monitors().isEmpty() || visit.phase() == Phase.OPEN)
                        .as("channel of %s", visit)
                        .isTrue();
            }
        });
    }

    @Property
    void noVisitWaitsWhileAnAgentWhoMayTakeItIsFree(@ForAll("stories") Story story) {
        tell(
                story,
                (turmoil, judge) -> turmoil.visits().stream()
                        .filter(Judge::seeks)
                        .forEach(visit -> assertThat(judge.free(visit))
                                .as("free for %s", visit)
                                .isEmpty()));
    }

    @Property
    void nobodyWaitsForASkillThatNobodyHas(@ForAll("stories") Story story) {
        tell(
                story,
                (turmoil, judge) -> assertThat(turmoil.visits())
                        .filteredOn(visit -> visit.phase().inQueue())
                        .allMatch(judge::isPossible));
    }

    @Property
    void whoComesFirstIsAskedForFirst(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> {
            for (var event : turmoil.last) {
                if (event instanceof Event.Offered offered) {
                    turmoil.state(offered.visit())
                            .filter(visit -> visit.offers().containsValue(offered.agent()))
                            .ifPresent(visit -> assertThat(
                                            judge.passedOver(offered.agent().user(), visit))
                                    .as("passed over for %s", visit)
                                    .isEmpty());
                }
            }
        });
    }

    @Property
    void theFirstTwentyKnowTheirPlaces(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> {
            for (var queue : turmoil.settings.queues()) {
                var line = judge.line(queue);
                for (int i = 0; i < Math.min(20, line.size()); i++) {
                    var visit = line.get(i);
                    if (visit.returnBy().isEmpty() && visit.placed().home().isEmpty()) {
                        assertThat(turmoil.chronicle.place(visit.id()))
                                .as("place of %s", visit)
                                .isEqualTo(i + 1);
                    }
                }
            }
        });
    }

    @Property
    void noMessageIsKeptFromAgentsWhoAreThereAndNoneIsToldTwice(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> {
            boolean isAnybodyThere = HouseRules.AGENTS.stream()
                    .map(HouseRules::user)
                    .anyMatch(user -> turmoil.settings.agents().contains(user) && turmoil.chronicle.isAvailable(user));
            var kept = turmoil.visits().stream()
                    .filter(visit -> visit.phase() == Phase.MESSAGE)
                    .filter(visit -> !turmoil.chronicle.isShown(visit.id()))
                    .toList();
            assertThat(isAnybodyThere
                            && !kept.isEmpty()
                            && turmoil.workgroup.nextDeadline(turmoil.now).isEmpty())
                    .as("kept for ever: %s", kept)
                    .isFalse();
        });
    }

    @Property
    void theClockIsNeverDueAtOnceAgain(@ForAll("stories") Story story) {
        tell(
                story,
                (turmoil, judge) -> turmoil.workgroup
                        .nextDeadline(turmoil.now)
                        .ifPresent(deadline -> assertThat(deadline).isAfter(turmoil.now)));
    }

    @Property
    void theJournalMakesTheSameStateAgain(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> {
            var own = turmoil.workgroup.states().stream().collect(Collectors.toMap(VisitState::id, visit -> visit));
            assertThat(turmoil.journals.states()).isEqualTo(own);
            for (var errand : turmoil.errands.states().entrySet()) {
                assertThat(turmoil.state(errand.getKey())).contains(errand.getValue());
            }
        });
    }

    @Property
    void aRestartWithEverybodyHereChangesNothing(@ForAll("stories") Story story) {
        tell(story, (turmoil, judge) -> {
            var before = turmoil.workgroup.states();
            var again = new Workgroup(turmoil.settings);
            var here = new HashSet<>(new Restart(true, true, false, false).here(before));
            again.handle(new Command.Restore(before, List.of(), here, false), turmoil.now);
            assertThat(timeless(again.states())).isEqualTo(timeless(before));
        });
    }

    /** What is told once more begins its time once more; who was missed is missed for as long as anybody is. */
    private static Map<VisitId, List<Object>> timeless(List<VisitState> visits) {
        return visits.stream()
                .collect(Collectors.toMap(
                        VisitState::id,
                        visit -> List.of(
                                visit.customer(),
                                visit.placed(),
                                visit.phase(),
                                visit.queue(),
                                visit.queuedAt(),
                                visit.skills(),
                                visit.reserved(),
                                visit.referredTo(),
                                visit.tried(),
                                visit.offers(),
                                visit.offeredUntil(),
                                visit.pausedUntil(),
                                visit.seats().stream().map(Seat::agent).toList(),
                                visit.handover(),
                                visit.customerEntered())));
    }
}
