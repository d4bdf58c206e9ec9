package dev.usher.routing;

import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.refused;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.NURSE_ABROAD;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.enters;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.transfer;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An agent asks for help like anybody, over the connection over which they serve or over another. */
class AgentAsCustomerRulesTest {
    private static final ServiceQueue EVERYBODY =
            ServiceQueue.of(Set.of(NURSE.user(), FRIAR.user())).withPolicy(Policy.ALL);

    private static List<Address> asked(List<Event> events) {
        return events.stream()
                .filter(Event.Offered.class::isInstance)
                .map(event -> ((Event.Offered) event).agent())
                .toList();
    }

    private static Stage nurseTalksWithFriar() {
        return Stage.with(NURSE, FRIAR)
                .having(join(NURSE), accept(FRIAR, NURSE), channelOpens(NURSE))
                .having(enters(NURSE, FRIAR), enters(NURSE, NURSE));
    }

    @Test
    void nobodyIsAskedForTheirOwnVisit() {
        assertEquals(List.of(FRIAR), asked(Stage.with(NURSE, FRIAR).on(join(NURSE))));
        assertEquals(List.of(FRIAR), asked(Stage.with(NURSE, FRIAR).on(join(NURSE_ABROAD))));
        assertEquals(
                List.of(FRIAR),
                asked(Stage.with(SETTINGS.withQueues(EVERYBODY), NURSE, FRIAR).on(join(NURSE))));
    }

    @Test
    void whoIsAloneWaitsForTheNextAgent() {
        var stage = Stage.with(NURSE);

        assertEquals(queued(NURSE), stage.on(join(NURSE)).get(0));
        assertEquals(List.of(), asked(stage.on(online(NURSE))));
        assertEquals(List.of(FRIAR), asked(stage.on(online(FRIAR))));
    }

    @Test
    void whyNobodyIsAskedIsTold() {
        assertEquals(
                List.of(new Event.Unmatched(visit(NURSE), new Shortfall(Eligibility.IS_NOT_THE_CUSTOMER, 1))),
                Stage.with(NURSE).handle(join(NURSE)).stream()
                        .filter(Event.Unmatched.class::isInstance)
                        .toList());
    }

    @Test
    void nobodyIsKeptForThemselves() {
        var affinity = new Affinity("agent", Duration.ofSeconds(40), Duration.ofHours(1), Duration.ofSeconds(25));
        var stage = Stage.with(SETTINGS.withAffinity(affinity), NURSE, FRIAR);
        var wantsHerself = new Command.Join(visit(NURSE), NURSE, Map.of("agent", List.of("nurse")), "");

        assertEquals(List.of(FRIAR), asked(stage.on(wantsHerself)));
    }

    @Test
    void nobodyIsHandedTheirOwnVisit() {
        assertEquals(
                List.of(refused(Refusal.NO_SUCH_TARGET)), nurseTalksWithFriar().on(transfer(NURSE, FRIAR, NURSE)));
    }

    @Test
    void aQueueInWhichOnlyTheCustomerServesBesidesCannotTakeIt() {
        var toTheQueue = new Command.Hand(
                FRIAR, visit(NURSE), Handover.Kind.TRANSFER, new Handover.Target.Queue(ServiceQueue.DEFAULT_NAME), "");

        assertEquals(
                List.of(HandoverFailure.DECLINED),
                nurseTalksWithFriar().on(toTheQueue).stream()
                        .filter(Event.HandoverFailed.class::isInstance)
                        .map(event -> ((Event.HandoverFailed) event).why())
                        .toList());
    }

    @Test
    void whoServesOthersMeanwhileIsServedAllTheSame() {
        var stage = Stage.with(NURSE, FRIAR).having(join(NURSE));

        assertEquals(List.of(), asked(stage.on(reject(FRIAR, NURSE))));
        assertEquals(List.of(NURSE), asked(stage.on(join(Stage.ROMEO))));
    }
}
