package dev.usher.routing;

import static dev.usher.routing.Outcomes.calledBack;
import static dev.usher.routing.Outcomes.cameBack;
import static dev.usher.routing.Outcomes.customerMissed;
import static dev.usher.routing.Outcomes.declined;
import static dev.usher.routing.Outcomes.departed;
import static dev.usher.routing.Outcomes.offered;
import static dev.usher.routing.Outcomes.offeredFor;
import static dev.usher.routing.Outcomes.opened;
import static dev.usher.routing.Outcomes.queued;
import static dev.usher.routing.Outcomes.recalled;
import static dev.usher.routing.Outcomes.referred;
import static dev.usher.routing.Outcomes.rejected;
import static dev.usher.routing.Outcomes.rejoined;
import static dev.usher.routing.Outcomes.revoked;
import static dev.usher.routing.Outcomes.seated;
import static dev.usher.routing.Outcomes.withdrew;
import static dev.usher.routing.Stage.FRIAR;
import static dev.usher.routing.Stage.JULIET;
import static dev.usher.routing.Stage.NURSE;
import static dev.usher.routing.Stage.ROMEO;
import static dev.usher.routing.Stage.SETTINGS;
import static dev.usher.routing.Stage.TYBALT;
import static dev.usher.routing.Stage.accept;
import static dev.usher.routing.Stage.away;
import static dev.usher.routing.Stage.channelOpens;
import static dev.usher.routing.Stage.join;
import static dev.usher.routing.Stage.offline;
import static dev.usher.routing.Stage.online;
import static dev.usher.routing.Stage.person;
import static dev.usher.routing.Stage.reject;
import static dev.usher.routing.Stage.rejoin;
import static dev.usher.routing.Stage.vanishes;
import static dev.usher.routing.Stage.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A customer for whom another workgroup is asked, while the customer, the agents there or the admin do something. */
class ReferralRulesTest {
    private static final Address PETER = person("peter", "hall");
    private static final ServiceQueue VERONA = ServiceQueue.of(Set.of(NURSE.user()));
    private static final ServiceQueue MANTUA = ServiceQueue.of(Set.of(FRIAR.user()));
    private static final Settings FULL_AFTER_ONE =
            SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToWorkgroup("mantua")));

    /** Juliet waits for Nurse; the next customer of Verona is Mantua's. */
    private static TwoWorkgroups crowded(Settings mantua, Command... there) {
        return new TwoWorkgroups(FULL_AFTER_ONE, mantua)
                .on("verona", online(NURSE), join(JULIET))
                .on("mantua", there)
                .fromHereOn();
    }

    /** Friar is asked for Romeo. */
    private static TwoWorkgroups asked() {
        return crowded(SETTINGS.withQueues(MANTUA), online(FRIAR))
                .on("verona", join(ROMEO))
                .fromHereOn();
    }

    private static TwoWorkgroups declinedAtOnce(Settings mantua, Command... there) {
        return crowded(mantua, there).on("verona", join(ROMEO));
    }

    private static void assertComesBack(TwoWorkgroups two) {
        assertEquals(List.of(declined(ROMEO, "verona")), two.heard("mantua"));
        assertEquals(List.of(queued(ROMEO), referred(ROMEO, "mantua"), cameBack(ROMEO, "mantua")), two.heard("verona"));
    }

    @Test
    void whereNobodyIsThereOrTheLineIsFullOrItIsTooLateTheCustomerWaitsAtHome() {
        var never = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of());

        assertComesBack(declinedAtOnce(SETTINGS.withQueues(MANTUA)));
        assertComesBack(declinedAtOnce(
                SETTINGS.withQueues(MANTUA.withCap(1, new Overflow.Closed())), online(FRIAR), join(TYBALT)));
        assertComesBack(
                declinedAtOnce(SETTINGS.withQueues(MANTUA).withHours(never, new Overflow.Closed()), online(FRIAR)));
    }

    @Test
    void whoCameBackHasTheOldPlaceAndIsServedAtHome() {
        var two = declinedAtOnce(SETTINGS.withQueues(MANTUA)).fromHereOn().on("verona", accept(NURSE, JULIET));

        assertEquals(List.of(seated(JULIET, NURSE), offered(ROMEO, NURSE, 20)), two.heard("verona"));
    }

    @Test
    void whoIsReferredIsNotOfferedAtHomeMeanwhile() {
        var two = asked().on("verona", accept(NURSE, JULIET));

        assertEquals(List.of(seated(JULIET, NURSE)), two.heard("verona"));
    }

    @Test
    void theRulesAndSkillsOfTheOtherWorkgroupDecideThere() {
        var mantua = SETTINGS.withQueues(ServiceQueue.of(Set.of(FRIAR.user(), PETER.user())))
                .withProfiles(Map.of(PETER.user(), new AgentProfile(0, Map.of("poison", 1))))
                .withRules(new RoutingRule(List.of(), Optional.empty(), Map.of("poison", 1), 0));
        var two = crowded(mantua, online(FRIAR), online(PETER)).on("verona", join(ROMEO));

        assertEquals(List.of(queued(ROMEO), offeredFor("verona", ROMEO, PETER, 20)), two.heard("mantua"));
    }

    @Test
    void whoDeclinesThereIsAskedAgainAfterThePause() {
        var two = asked().on("mantua", reject(FRIAR, ROMEO));
        assertEquals(List.of(rejected(ROMEO, FRIAR)), two.heard("mantua"));

        assertEquals(
                List.of(offeredFor("verona", ROMEO, FRIAR, 50)), two.later(30).heard("mantua"));
        assertEquals(
                List.of(),
                two.heard("verona").stream()
                        .filter(Event.CameBack.class::isInstance)
                        .toList());
    }

    @Test
    void theRequestTimeOutThereIsForTheCustomersThere() {
        var impatient = SETTINGS.withQueues(MANTUA.withRequestTimeout(Duration.ofSeconds(30), new Overflow.Closed()));
        var two = crowded(impatient, online(FRIAR), away(FRIAR))
                .on("verona", join(ROMEO))
                .fromHereOn();

        assertEquals(List.of(), two.later(1_000).heard("mantua"));
        two.on("mantua", online(FRIAR));
        assertEquals(List.of(offeredFor("verona", ROMEO, FRIAR, 1_020)), two.heard("mantua"));
    }

    @Test
    void whenTheLastAgentThereIsGoneTheCustomerWaitsAtHome() {
        var two = asked().on("mantua", vanishes(FRIAR));

        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE), withdrew(FRIAR), declined(ROMEO, "verona")),
                two.heard("mantua"));
        assertEquals(List.of(cameBack(ROMEO, "mantua")), two.heard("verona"));
    }

    @Test
    void whenTheAdminTakesTheLastAgentThereAwayTheCustomerWaitsAtHome() {
        var two = asked().on("mantua", new Command.Configure(Stage.settings(PETER)));

        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE), withdrew(FRIAR), declined(ROMEO, "verona")),
                two.heard("mantua"));
        assertEquals(List.of(cameBack(ROMEO, "mantua")), two.heard("verona"));
    }

    @Test
    void whenTheAdminGivesTheLastAgentThereOtherWorkTheCustomerWaitsAtHome() {
        var otherWork = SETTINGS.withQueues(ServiceQueue.of(Set.of(PETER.user())), MANTUA.named("Vows"));
        var two = asked().on("mantua", new Command.Configure(otherWork));

        assertEquals(
                List.of(revoked(ROMEO, FRIAR, RevokeReason.AGENT_GONE), declined(ROMEO, "verona")),
                two.heard("mantua"));
        assertEquals(List.of(cameBack(ROMEO, "mantua")), two.heard("verona"));
    }

    @Test
    void whoVanishesMeanwhileIsStillLookedForAndMayComeBackToTheChannel() {
        var two = asked().on("verona", vanishes(ROMEO));
        assertEquals(List.of(customerMissed(ROMEO, 60)), two.heard("verona"));
        assertEquals(List.of(), two.heard("mantua"));

        two.on("mantua", accept(FRIAR, ROMEO)).on("verona", channelOpens(ROMEO)).later(59);
        two.on("verona", rejoin(ROMEO, TYBALT));

        assertEquals(
                List.of(seated(ROMEO, FRIAR, "mantua"), opened(ROMEO, FRIAR), rejoined(ROMEO, TYBALT, 119)),
                two.heard("verona").stream()
                        .filter(event -> !event.equals(JULIETS_OFFER_LAPSES))
                        .toList());
    }

    private static final Event JULIETS_OFFER_LAPSES = revoked(JULIET, NURSE, RevokeReason.TIMED_OUT);

    @Test
    void whoVanishesMeanwhileAndStaysAwayIsNoLongerLookedFor() {
        var two = asked().on("verona", vanishes(ROMEO)).later(60);

        assertTrue(two.heard("verona")
                .containsAll(List.of(recalled(ROMEO, "mantua"), departed(ROMEO, DepartReason.VANISHED))));
        assertTrue(two.heard("mantua").contains(calledBack(ROMEO, "verona")));
    }

    @Test
    void whatAnotherWorkgroupSaysThatWasNotAskedIsOfNoUse() {
        var two = asked();
        two.on("verona", new Command.Decline(visit(ROMEO), "padua"));
        assertEquals(List.of(), two.heard("verona"));

        two.on("verona", new Command.Decline(visit(TYBALT), "mantua"));
        assertEquals(List.of(), two.heard("verona"));
        two.on("mantua", new Command.CallBack(visit(ROMEO), "padua"));
        assertEquals(List.of(), two.heard("mantua"));
        two.on("verona", new Command.Lend(visit(JULIET), "mantua", FRIAR));
        assertEquals(List.of(recalled(JULIET, "mantua")), two.heard("verona"));
    }

    @Test
    void outsideOfTheHoursTheOtherWorkgroupServesWhoComes() {
        var never = new OpeningHours(ZoneOffset.UTC, Map.of(), Map.of());
        var night = SETTINGS.withQueues(VERONA).withHours(never, new Overflow.ToWorkgroup("mantua"));
        var two = new TwoWorkgroups(night).on("mantua", online(FRIAR)).fromHereOn();

        two.on("verona", join(ROMEO)).on("mantua", accept(FRIAR, ROMEO));

        assertEquals(
                List.of(queued(ROMEO), referred(ROMEO, "mantua"), seated(ROMEO, FRIAR, "mantua")), two.heard("verona"));
    }

    private static TwoWorkgroups whereMantuaHelpsOutWhenNobodyIsHere() {
        var settings = SETTINGS.withQueues(VERONA).withHours(OpeningHours.always(), new Overflow.ToWorkgroup("mantua"));
        return new TwoWorkgroups(settings);
    }

    @Test
    void whoComesWhileNobodyIsInEitherWorkgroupIsTold() {
        var two = whereMantuaHelpsOutWhenNobodyIsHere().on("verona", join(ROMEO));

        assertEquals(
                List.of(
                        queued(ROMEO),
                        referred(ROMEO, "mantua"),
                        cameBack(ROMEO, "mantua"),
                        departed(ROMEO, DepartReason.NO_AGENT)),
                two.heard("verona"));
    }

    @Test
    void whoIsDeclinedThereIsServedByWhoHasComeHereMeanwhile() {
        var two = whereMantuaHelpsOutWhenNobodyIsHere()
                .on("mantua", online(FRIAR))
                .on("verona", join(ROMEO), online(NURSE))
                .fromHereOn();

        two.on("mantua", offline(FRIAR));

        assertEquals(List.of(cameBack(ROMEO, "mantua"), offered(ROMEO, NURSE, 20)), two.heard("verona"));
    }

    @Test
    void whoIsDeclinedByAnotherThanWhoHelpsOutKeepsWaiting() {
        var settings = SETTINGS.withQueues(VERONA.withCap(1, new Overflow.ToWorkgroup("mantua")))
                .withHours(OpeningHours.always(), new Overflow.ToWorkgroup("padua"));
        var two = new TwoWorkgroups(settings)
                .on("mantua", online(FRIAR))
                .on("verona", online(NURSE), join(JULIET), join(ROMEO), offline(NURSE));

        two.on("mantua", offline(FRIAR));

        assertEquals(Phase.WAITING, two.state("verona", ROMEO).orElseThrow().phase());
    }
}
