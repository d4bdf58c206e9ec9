package dev.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a workgroup whatever anybody does, in whatever order, at whatever time. */
class WorkgroupProperties {

    record Step(int what, int who, int seconds) {}

    @Provide
    Arbitrary<List<Step>> stories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(6, 0),
                                net.jqwik.api.Tuple.of(3, 1),
                                net.jqwik.api.Tuple.of(2, 7),
                                net.jqwik.api.Tuple.of(1, 31)))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(150);
    }

    private static void tell(List<Step> story, Policy policy, java.util.function.Consumer<Shift> after) {
        var shift = new Shift(policy);
        // Somebody must be there, or nobody gets in.
        shift.step(4, 0, 0);
        shift.step(4, 1, 0);
        for (var step : story) {
            shift.step(step.what(), step.who(), step.seconds());
            after.accept(shift);
        }
    }

    @Property
    void nobodyIsAskedOrServesMoreThanAllowed(@ForAll("stories") List<Step> story, @ForAll Policy policy) {
        tell(story, policy, shift -> assertThat(shift.ledger.wrong).isEmpty());
    }

    @Property
    void aVisitIsInExactlyOneStateAndInLineIfItWaits(@ForAll("stories") List<Step> story, @ForAll Policy policy) {
        tell(story, policy, shift -> {
            for (var visit : shift.workgroup.states()) {
                boolean waits = visit.phase() == Phase.WAITING;
                boolean isOffered = visit.phase() == Phase.OFFERED;
                boolean hasAgents = visit.phase() == Phase.SEATED || visit.phase() == Phase.OPEN;
                assertThat(waits ? visit.offers().isEmpty() : true).isTrue();
                assertThat(isOffered ? !visit.offers().isEmpty() : true).isTrue();
                assertThat(visit.seats().isEmpty()).isEqualTo(!hasAgents);
                assertThat(visit.handover().isPresent() ? visit.phase() == Phase.OPEN : true)
                        .isTrue();
                assertThat(visit.offeredUntil().isPresent())
                        .isEqualTo(!visit.offers().isEmpty());
                assertThat(visit.returnBy().isPresent() && visit.customerEntered())
                        .isFalse();
            }
        });
    }

    @Property
    void noVisitWaitsWhileAnAgentWhoMayTakeItIsFree(@ForAll("stories") List<Step> story, @ForAll Policy policy) {
        tell(story, policy, shift -> {
            for (var visit : shift.workgroup.states()) {
                if (visit.phase() == Phase.WAITING && visit.returnBy().isEmpty()) {
                    assertThat(free(shift, visit)).as("free for %s", visit).isEmpty();
                }
            }
        });
    }

    /** By the words of the specification, one agent after the other. */
    private static List<String> free(Shift shift, VisitState visit) {
        var queue = shift.settings.queue(visit.queue()).orElseThrow();
        return queue.agents().stream()
                .filter(shift.ledger::isAvailable)
                .filter(user -> !shift.ledger.isAsked(user))
                .filter(user ->
                        shift.ledger.load(user, shift.now) < shift.settings.capacity(user, shift.ledger.wishOf(user)))
                .filter(user -> !visit.pausedUntil().containsKey(user)
                        || !shift.now.isBefore(visit.pausedUntil().get(user)))
                .filter(user -> visit.reserved().isEmpty()
                        || visit.reserved().get().user().equals(user))
                .filter(user -> visit.skills().entrySet().stream()
                        .allMatch(skill -> shift.settings.profile(user).skills().getOrDefault(skill.getKey(), 0)
                                >= skill.getValue()))
                .toList();
    }

    @Property
    void whoCameFirstIsAskedForFirst(@ForAll("stories") List<Step> story, @ForAll Policy policy) {
        tell(story, policy, shift -> {
            for (var event : shift.last) {
                if (event instanceof Event.Offered offered
                        && offered.handover().isEmpty()
                        && isStillOnOffer(shift, offered)) {
                    assertThat(passedOver(shift, offered))
                            .as("passed over for %s", offered)
                            .isEmpty();
                }
            }
        });
    }

    private static boolean isStillOnOffer(Shift shift, Event.Offered offered) {
        return shift.workgroup.state(offered.visit()).stream()
                .anyMatch(visit -> visit.offers().containsKey(offered.agent().user()));
    }

    /** Whoever came earlier, wants the same, and would have been taken by the same agent. */
    private static List<VisitState> passedOver(Shift shift, Event.Offered offered) {
        var chosen = shift.workgroup.state(offered.visit()).orElseThrow();
        var user = offered.agent().user();
        return shift.workgroup.states().stream()
                .filter(visit ->
                        visit.phase() == Phase.WAITING && visit.returnBy().isEmpty())
                .filter(visit -> visit.queue().equals(chosen.queue())
                        && visit.skills().equals(chosen.skills())
                        && visit.reserved()
                                .map(Reservation::user)
                                .equals(chosen.reserved().map(Reservation::user))
                        && visit.placed().priority() == chosen.placed().priority()
                        && visit.placed().number() < chosen.placed().number())
                .filter(visit -> !visit.pausedUntil().containsKey(user)
                        || !shift.now.isBefore(visit.pausedUntil().get(user)))
                .toList();
    }

    @Property
    void theJournalMakesTheSameStateAgain(@ForAll("stories") List<Step> story, @ForAll Policy policy) {
        tell(story, policy, shift -> {
            var states = shift.workgroup.states().stream().collect(Collectors.toMap(VisitState::id, visit -> visit));
            assertThat(shift.replay.states()).isEqualTo(states);
        });
    }

    @Property
    void theClockIsNeverDueAtOnceAgain(@ForAll("stories") List<Step> story, @ForAll Policy policy) {
        tell(
                story,
                policy,
                shift -> shift.workgroup
                        .nextDeadline(shift.now)
                        .ifPresent(deadline -> assertThat(deadline).isAfter(shift.now)));
    }

    @Property
    void everybodyInFrontKnowsTheirPlace(@ForAll("stories") List<Step> story, @ForAll Policy policy) {
        var told = new java.util.HashMap<VisitId, Integer>();
        tell(story, policy, shift -> {
            for (var event : shift.last) {
                if (event instanceof Event.Moved moved) {
                    told.put(moved.visit(), moved.position());
                }
            }
            for (var queue : shift.settings.queues()) {
                checkPlaces(shift, queue.name(), told);
            }
        });
    }

    private static void checkPlaces(Shift shift, String queue, Map<VisitId, Integer> told) {
        var line = new ArrayList<>(shift.workgroup.states().stream()
                .filter(visit -> visit.phase().inQueue() && visit.queue().equals(queue))
                .toList());
        line.sort(Comparator.comparingInt((VisitState visit) -> -visit.placed().priority())
                .thenComparingLong(visit -> visit.placed().number()));
        for (int i = 0; i < Math.min(20, line.size()); i++) {
            if (line.get(i).returnBy().isEmpty()) {
                assertThat(told.get(line.get(i).id()))
                        .as("place of %s", line.get(i))
                        .isEqualTo(i + 1);
            }
        }
    }

    @Property
    void aRestartLosesNobody(@ForAll("stories") List<Step> story, @ForAll Policy policy) {
        var shift = new Shift[1];
        tell(story, policy, now -> shift[0] = now);
        var before = shift[0].workgroup.states();

        var everybodyHere = restored(shift[0], connections(before), false);
        var nobodyHere = restored(shift[0], Set.of(), true);

        assertThat(ids(everybodyHere)).isEqualTo(ids(before));
        assertThat(ids(nobodyHere)).isEqualTo(ids(before));
        for (var visit : nobodyHere.states()) {
            assertThat(visit.offers()).isEmpty();
            assertThat(visit.returnBy()).isPresent();
        }
        for (var visit : before) {
            var again = nobodyHere.state(visit.id()).orElseThrow();
            assertThat(again.placed()).isEqualTo(visit.placed());
            assertThat(again.phase().inQueue()).isEqualTo(visit.phase().inQueue());
            assertThat(again.seats().stream().map(seat -> seat.agent()).toList())
                    .isEqualTo(visit.seats().stream().map(seat -> seat.agent()).toList());
        }
    }

    private static List<VisitId> ids(Workgroup workgroup) {
        return ids(workgroup.states());
    }

    private static List<VisitId> ids(List<VisitState> visits) {
        return visits.stream().map(VisitState::id).toList();
    }

    private static Workgroup restored(Shift shift, Set<String> here, boolean channelsAreLost) {
        var workgroup = new Workgroup(shift.settings);
        workgroup.handle(new Command.Restore(shift.workgroup.states(), List.of(), here, channelsAreLost), shift.now);
        return workgroup;
    }

    private static Set<String> connections(List<VisitState> visits) {
        var all = new HashSet<String>();
        for (var visit : visits) {
            all.add(visit.customer().connection());
            visit.offers().values().forEach(agent -> all.add(agent.connection()));
            visit.seats().forEach(seat -> all.add(seat.agent().connection()));
        }
        return all;
    }
}
