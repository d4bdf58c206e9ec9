package dev.usher.drive;

import static dev.usher.drive.DriveState.ARRIVED;
import static dev.usher.drive.DriveState.NEEDS_CLICK;
import static dev.usher.drive.DriveState.PAUSED;
import static dev.usher.drive.DriveState.RECEIVED;
import static dev.usher.drive.DriveState.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.drive.DriveEvent.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who leads where, and the account of each drive. */
class DriveBoardTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final String VISIT = "v1";
    private static final String NURSE = "nurse@example.org";
    private static final String CHAMBER = NURSE + "/chamber";
    private static final String FRIAR = "friar@example.org";
    private static final String ROMEO = "romeo@example.org/balcony";
    private static final String JULIET = "juliet@example.org/chapel";
    private static final String URL = "https://shop.example/";

    private final DriveBoard board = new DriveBoard(new DrivePolicy(Set.of()));

    /** What comes of it for those who lead; the journal's part has a test of its own. */
    private List<DriveEvent> on(DriveCommand command) {
        return board.handle(command, TEN).stream()
                .filter(event -> !(event instanceof DriveEvent.Acknowledged))
                .toList();
    }

    private void romeoIsLedByNurse() {
        on(new DriveCommand.Open(VISIT, NURSE, 0));
        on(new DriveCommand.Admit(VISIT, ROMEO));
    }

    private static DriveCommand drive(String by, String id, Instant expires) {
        return new DriveCommand.Drive(VISIT, by, by + "/chamber", id, URL, Optional.ofNullable(expires));
    }

    private static DriveCommand drive(String id) {
        return drive(NURSE, id, null);
    }

    private static DriveCommand ack(String browser, String drive, DriveState state, String reason) {
        return new DriveCommand.Acknowledge(VISIT, browser, drive, state, reason);
    }

    private static DriveCommand ack(String browser, String drive, DriveState state) {
        return ack(browser, drive, state, "");
    }

    private static List<DriveEvent> driven(String id, int seq, Instant expires, int browsers) {
        return List.of(new DriveEvent.Driven(VISIT, id, seq, URL, NURSE, expires, browsers));
    }

    private static List<DriveEvent> reported(String id, int seq, int browsers, Count... counts) {
        return List.of(new DriveEvent.Reported(VISIT, id, seq, CHAMBER, browsers, List.of(counts)));
    }

    private static List<DriveEvent> refused(DriveRefusal why) {
        return List.of(new DriveEvent.Refused(why));
    }

    @Test
    void theAgentOfTheVisitDrivesAndDrivesAreNumberedFromOne() {
        romeoIsLedByNurse();

        assertEquals(driven("d1", 1, TEN.plusSeconds(60), 1), on(drive("d1")));
        assertEquals(driven("d2", 2, TEN.plusSeconds(60), 1), on(drive("d2")));
    }

    @Test
    void aDriveThatIsRefusedTakesNoNumber() {
        romeoIsLedByNurse();
        on(drive(FRIAR, "d0", null));
        on(new DriveCommand.Drive(VISIT, NURSE, CHAMBER, "d0", "javascript:1", Optional.empty()));
        on(drive(NURSE, "d0", TEN));

        assertEquals(driven("d1", 1, TEN.plusSeconds(60), 1), on(drive("d1")));
    }

    @Test
    void nobodyElseDrivesNotEvenTheCustomer() {
        romeoIsLedByNurse();

        assertEquals(refused(DriveRefusal.NOT_THE_AGENT), on(drive(FRIAR, "d1", null)));
        assertEquals(refused(DriveRefusal.NOT_THE_AGENT), on(drive("romeo@example.org", "d1", null)));
    }

    @Test
    void aVisitThatIsNotThereIsRefusedLikeOneThatIsNotYours() {
        assertEquals(refused(DriveRefusal.NOT_THE_AGENT), on(drive("d1")));
    }

    @Test
    void aStrangerLearnsNothingFromABadUrl() {
        romeoIsLedByNurse();

        assertEquals(
                refused(DriveRefusal.NOT_THE_AGENT),
                on(new DriveCommand.Drive(VISIT, FRIAR, FRIAR, "d1", "javascript:1", Optional.empty())));
    }

    @Test
    void aRefusedUrlIsToldWithItsReason() {
        romeoIsLedByNurse();

        assertEquals(
                List.of(new DriveEvent.UrlRefused(UrlRefusal.SCHEME)),
                on(new DriveCommand.Drive(VISIT, NURSE, CHAMBER, "d1", "javascript:1", Optional.empty())));
    }

    @Test
    void nobodyIsDrivenWhileNobodyIsThere() {
        on(new DriveCommand.Open(VISIT, NURSE, 0));

        assertEquals(refused(DriveRefusal.NOBODY_THERE), on(drive("d1")));
    }

    @Test
    void aDriveExpiresWithinTenMinutesAndNotInThePast() {
        romeoIsLedByNurse();
        var soonest = TEN.plusNanos(1);
        var latest = TEN.plus(Duration.ofMinutes(10));

        assertEquals(refused(DriveRefusal.EXPIRY), on(drive(NURSE, "d1", TEN.minusSeconds(1))));
        assertEquals(refused(DriveRefusal.EXPIRY), on(drive(NURSE, "d1", TEN)));
        assertEquals(refused(DriveRefusal.EXPIRY), on(drive(NURSE, "d1", latest.plusNanos(1))));
        assertEquals(refused(DriveRefusal.EXPIRY), on(drive(NURSE, "d1", Instant.MAX)));
        assertEquals(driven("d1", 1, soonest, 1), on(drive(NURSE, "d1", soonest)));
        assertEquals(driven("d2", 2, latest, 1), on(drive(NURSE, "d2", latest)));
    }

    @Test
    void whatABrowserReportsGoesToTheConnectionThatOrderedTheDrive() {
        romeoIsLedByNurse();
        on(drive("d1"));

        assertEquals(reported("d1", 1, 1, new Count(RECEIVED, "", 1)), on(ack(ROMEO, "d1", RECEIVED)));
        assertEquals(reported("d1", 1, 1, new Count(ARRIVED, "", 1)), on(ack(ROMEO, "d1", ARRIVED)));
    }

    @Test
    void aReportSaysHowManyBrowsersAreWhereAndWhy() {
        romeoIsLedByNurse();
        on(new DriveCommand.Admit(VISIT, JULIET));
        on(new DriveCommand.Admit(VISIT, "tybalt@example.org/street"));
        on(drive("d1"));
        on(ack(ROMEO, "d1", ARRIVED));
        on(ack(JULIET, "d1", NEEDS_CLICK, "closed"));

        assertEquals(
                reported(
                        "d1",
                        1,
                        3,
                        new Count(ARRIVED, "", 1),
                        new Count(NEEDS_CLICK, "closed", 1),
                        new Count(NEEDS_CLICK, "lost", 1)),
                on(ack("tybalt@example.org/street", "d1", NEEDS_CLICK, "lost")));
        assertEquals(
                reported("d1", 1, 3, new Count(ARRIVED, "", 2), new Count(NEEDS_CLICK, "lost", 1)),
                on(ack(JULIET, "d1", ARRIVED)));
    }

    @Test
    void aReportThatSaysNothingNewIsNotPassedOn() {
        romeoIsLedByNurse();
        on(drive("d1"));
        on(ack(ROMEO, "d1", REFUSED, "own-origin"));

        assertEquals(List.of(), on(ack(ROMEO, "d1", REFUSED, "own-origin")));
        assertEquals(List.of(), on(ack(ROMEO, "d1", ARRIVED)));
    }

    @Test
    void whoIsNotLedInTheVisitCannotReport() {
        romeoIsLedByNurse();
        on(drive("d1"));

        assertEquals(refused(DriveRefusal.NOT_IN_THE_VISIT), on(ack(JULIET, "d1", ARRIVED)));
        assertEquals(refused(DriveRefusal.NOT_IN_THE_VISIT), on(ack(CHAMBER, "d1", ARRIVED)));
        assertEquals(
                refused(DriveRefusal.NOT_IN_THE_VISIT),
                on(new DriveCommand.Acknowledge("another", ROMEO, "d1", ARRIVED, "")));
    }

    @Test
    void aReportAboutADriveThatNeverWasIsIgnored() {
        romeoIsLedByNurse();

        assertEquals(List.of(), on(ack(ROMEO, "d9", ARRIVED)));
    }

    @Test
    void twentyDrivesAreRememberedAndTheOldestIsForgotten() {
        romeoIsLedByNurse();
        for (int i = 1; i <= 21; i++) {
            on(drive("d" + i));
        }

        assertEquals(List.of(), on(ack(ROMEO, "d1", ARRIVED)));
        assertEquals(reported("d2", 2, 1, new Count(ARRIVED, "", 1)), on(ack(ROMEO, "d2", ARRIVED)));
        assertEquals(reported("d21", 21, 1, new Count(ARRIVED, "", 1)), on(ack(ROMEO, "d21", ARRIVED)));
    }

    @Test
    void whatABrowserReportsIsForTheJournalWhenItIsNew() {
        romeoIsLedByNurse();
        on(drive("d1"));
        var first = board.handle(ack(ROMEO, "d1", NEEDS_CLICK, "closed"), TEN);

        assertEquals(new DriveEvent.Acknowledged(VISIT, "d1", ROMEO, NEEDS_CLICK, "closed"), first.get(0));
        assertEquals(2, first.size());
        assertEquals(List.of(), board.handle(ack(ROMEO, "d1", NEEDS_CLICK, "closed"), TEN));
    }

    @Test
    void aBrowserThatComesBackUnderAnotherNameIsNotCountedTwice() {
        romeoIsLedByNurse();
        on(drive("d1"));
        on(ack(ROMEO, "d1", PAUSED));
        on(new DriveCommand.Dismiss(VISIT));
        on(new DriveCommand.Admit(VISIT, JULIET));

        assertEquals(reported("d1", 1, 1, new Count(ARRIVED, "", 1)), on(ack(JULIET, "d1", ARRIVED)));
    }

    @Test
    void whoTakesOverLeadsAndTheOtherLeadsNoMore() {
        romeoIsLedByNurse();
        on(new DriveCommand.Lead(VISIT, FRIAR));

        assertEquals(refused(DriveRefusal.NOT_THE_AGENT), on(drive("d1")));
        assertEquals(
                List.of(new DriveEvent.Driven(VISIT, "d2", 1, URL, FRIAR, TEN.plusSeconds(60), 1)),
                on(drive(FRIAR, "d2", null)));
    }

    @Test
    void numbersGoOnWhereAnEarlierLifeOfTheChannelStopped() {
        assertEquals(List.of(), on(new DriveCommand.Lead(VISIT, FRIAR)));
        on(new DriveCommand.Open(VISIT, NURSE, 7));
        on(new DriveCommand.Admit(VISIT, ROMEO));

        assertEquals(driven("d1", 8, TEN.plusSeconds(60), 1), on(drive("d1")));
    }

    @Test
    void aCustomerWhoComesOverAnotherConnectionIsOneBrowser() {
        romeoIsLedByNurse();
        on(new DriveCommand.Dismiss(VISIT));
        on(new DriveCommand.Admit(VISIT, JULIET));

        assertEquals(driven("d1", 1, TEN.plusSeconds(60), 1), on(drive("d1")));
        assertEquals(refused(DriveRefusal.NOT_IN_THE_VISIT), on(ack(ROMEO, "d1", ARRIVED)));
    }

    @Test
    void whetherAChannelIsOpenIsKnown() {
        assertEquals(false, board.isOpen(VISIT));
        romeoIsLedByNurse();
        assertEquals(true, board.isOpen(VISIT));
        assertEquals(List.of(), on(new DriveCommand.Dismiss("another")));
    }

    @Test
    void aBrowserThatComesTwiceCountsOnce() {
        romeoIsLedByNurse();
        on(new DriveCommand.Admit(VISIT, ROMEO));

        assertEquals(driven("d1", 1, TEN.plusSeconds(60), 1), on(drive("d1")));
    }

    @Test
    void aBrowserIsNotLedWhereNobodyLeads() {
        assertEquals(List.of(), on(new DriveCommand.Admit(VISIT, ROMEO)));
        on(new DriveCommand.Open(VISIT, NURSE, 0));

        assertEquals(refused(DriveRefusal.NOBODY_THERE), on(drive("d1")));
    }

    @Test
    void nothingIsLedInAChannelThatIsGone() {
        romeoIsLedByNurse();
        on(drive("d1"));
        assertEquals(List.of(), on(new DriveCommand.Close(VISIT)));

        assertEquals(refused(DriveRefusal.NOT_THE_AGENT), on(drive("d2")));
        assertEquals(refused(DriveRefusal.NOT_IN_THE_VISIT), on(ack(ROMEO, "d1", ARRIVED)));
    }

    private static final DriveCommand EVERYWHERE =
            new DriveCommand.DriveAll(NURSE, CHAMBER, "d1", URL, Optional.empty());

    @Test
    void oneDriveGoesToAllVisitsOfTheAgentWhoLeadsThem() {
        var until = TEN.plus(DriveBoard.DEFAULT_LIFE);
        for (var visit : List.of("v1", "v2", "empty", "v3")) {
            on(new DriveCommand.Open(visit, visit.equals("v3") ? FRIAR : NURSE, 6));
            if (!visit.equals("empty")) {
                on(new DriveCommand.Admit(visit, ROMEO));
            }
        }

        assertEquals(
                List.of(
                        new DriveEvent.Driven("v1", "d1", 7, URL, NURSE, until, 1),
                        new DriveEvent.Driven("v2", "d1", 7, URL, NURSE, until, 1)),
                on(EVERYWHERE));
    }

    @Test
    void aDriveEverywhereIsRefusedOnce() {
        assertEquals(List.of(new DriveEvent.Refused(DriveRefusal.NOT_THE_AGENT)), on(EVERYWHERE));

        on(new DriveCommand.Open("v1", NURSE, 0));
        on(new DriveCommand.Open("v2", NURSE, 0));
        assertEquals(List.of(new DriveEvent.Refused(DriveRefusal.NOBODY_THERE)), on(EVERYWHERE));

        on(new DriveCommand.Admit("v1", ROMEO));
        on(new DriveCommand.Admit("v2", ROMEO));
        assertEquals(
                List.of(new DriveEvent.UrlRefused(UrlRefusal.SCHEME)),
                on(new DriveCommand.DriveAll(NURSE, CHAMBER, "d1", "javascript:alert(1)", Optional.empty())));
    }

    private static final String ROMEO_AGAIN = "cesario@example.org/court";

    private List<DriveEvent> comesBack(Instant at) {
        on(new DriveCommand.Dismiss(VISIT));
        return board.handle(new DriveCommand.Admit(VISIT, ROMEO_AGAIN), at);
    }

    @Test
    void aDriveThatNobodyHasSeenIsToldOnceToWhoComesBack() {
        romeoIsLedByNurse();
        var driven = (DriveEvent.Driven) on(drive("d1")).get(0);

        assertEquals(List.of(new DriveEvent.Repeated(driven, ROMEO_AGAIN)), comesBack(TEN.plusSeconds(5)));
        assertEquals(List.of(), on(new DriveCommand.Admit(VISIT, ROMEO_AGAIN)), "is there already");
    }

    @Test
    void aDriveIsNotToldAgainToWhoHasSeenItAndNotLate() {
        romeoIsLedByNurse();
        on(drive("d1"));
        assertEquals(List.of(), comesBack(TEN.plus(DriveBoard.DEFAULT_LIFE)));

        on(drive("d2"));
        on(ack(ROMEO_AGAIN, "d2", RECEIVED));
        assertEquals(List.of(), comesBack(TEN.plusSeconds(5)));
    }
}
