package dev.usher.wire;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leading, as the agent, the customer and those who may not see it. */
class DrivePlayTest {
    private final Play play = new Play();

    @BeforeEach
    void romeoIsInTheChannelWithNurse() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.friar.sends("agent-online").forgets();
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.nurse.forgets();
        play.romeo.forgets();
    }

    private static String toNurse(String example) {
        return Examples.text(example).replace("romeo@example.org/balcony", "nurse@example.org/chamber");
    }

    private static String report(String state) {
        return Examples.text("report").replace("state='arrived'", "state='" + state + "'");
    }

    @Test
    void nurseLeadsRomeoAndLearnsWhereHeIs() {
        play.nurse.sends("drive");
        play.romeo.receives("drive-delivered");
        play.nurse.receivesStanzas(Examples.text("drive-result"), toNurse("drive-delivered"));

        play.romeo.sends("ack-received");
        play.nurse.receivesStanzas(report("received"));
        play.romeo.sends("ack-attached").sends("ack-arrived");
        play.nurse.receivesStanzas(report("attached"), Examples.text("report"));
        play.romeo.receivesNothing();
    }

    @Test
    void aBrowserThatSaysNoIsReportedWithItsReason() {
        play.nurse.sends("drive").forgets();

        play.romeo.sends("ack-refused");

        play.nurse.receives("report-refused");
    }

    /** Romeo has stopped being led: the drive waits for him, and goes on when he likes. */
    @Test
    void aDriveThatIsHeldBackIsReportedAndMayGoOn() {
        play.nurse.sends("drive").forgets();

        play.romeo.sends("ack-received").sends("ack-paused");
        play.nurse.receivesStanzas(report("received"), Examples.text("report-paused"));

        play.romeo.sends("ack-attached").sends("ack-arrived");
        play.nurse.receivesStanzas(report("attached"), Examples.text("report"));
    }

    @Test
    void reportsNeverGoBackwards() {
        play.nurse.sends("drive").forgets();
        play.romeo.sends("ack-arrived").forgets();
        play.nurse.receives("report");

        play.romeo
                .sends("ack-attached")
                .sends("ack-received")
                .sends("ack-unconfirmed")
                .sends("ack-expired");

        play.nurse.receivesNothing();
        play.romeo.receivesNothing();
    }

    @Test
    void whoIsNotInTheVisitDrivesNobody() {
        play.friar.sends("drive");

        play.friar.receives("drive-forbidden");
        play.romeo.receivesNothing();
    }

    @Test
    void romeoDrivesNobody() {
        play.romeo.says(Examples.text("drive").replace("nurse@example.org/chamber", "romeo@example.org/balcony"));

        play.romeo.receivesStanzas(
                Examples.text("drive-forbidden").replace("nurse@example.org/chamber", "romeo@example.org/balcony"));
    }

    @Test
    void aVisitThatIsNotThereGetsTheVerySameAnswer() {
        play.friar.says(Examples.text("drive").replace(Examples.VISIT.value(), "no-such-visit"));

        play.friar.receives("drive-forbidden");
    }

    @Test
    void aRefusedUrlIsToldWithItsReason() {
        play.nurse.says(Examples.text("drive").replace(Examples.URL, "javascript:alert(1)"));

        play.nurse.receives("drive-refused");
        play.romeo.receivesNothing();
    }

    @Test
    void theChatItselfIsNoTarget() {
        play.nurse.says(Examples.text("drive").replace(Examples.URL, "https://CHAT.example./usher/c/demo"));

        play.nurse.receivesStanzas(Examples.text("drive-refused")
                .replace("'scheme'", "'own-origin'")
                .replace(
                        "Only http and https addresses can be opened.",
                        "This is the address of the chat itself; the customer's browser is not led there."));
    }

    @Test
    void theAddressIsDrivenToAsBrowsersWriteIt() {
        play.nurse.says(Examples.text("drive").replace(Examples.URL, "https://SHOP.example/cart?step=2"));

        play.romeo.receives("drive-delivered");
        play.nurse.forgets();
    }

    @Test
    void anExpiryOfTheAgentsOwnIsKept() {
        play.nurse.says(Examples.text("drive").replace("url=", "expires='2026-01-01T11:05:00+01:00' url="));

        play.romeo.receivesStanzas(Examples.text("drive-delivered").replace("10:01:00Z", "10:05:00Z"));
    }

    @Test
    void drivesAreNumbered() {
        play.nurse.sends("drive").forgets();
        play.romeo.forgets();

        play.nurse.sends("drive");

        play.romeo.receivesStanzas(Examples.text("drive-delivered").replace("seq='1'", "seq='2'"));
    }

    @Test
    void anAckOfWhoIsNotLedIsRefused() {
        play.nurse.sends("drive").forgets();

        play.juliet.sends("ack-arrived");

        play.juliet.receivesStanzas(
                "<message type='error' from='demo@workgroup.example.org' to='romeo@example.org/balcony'>"
                        + "<error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                        + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>You are not in this visit.</text>"
                        + "</error></message>");
        play.nurse.receivesNothing();
    }

    @Test
    void nobodyIsLedAfterTheVisit() {
        play.romeo.leaves();
        play.nurse.forgets();

        play.nurse.sends("drive");

        play.nurse.receives("drive-forbidden");
    }

    @Test
    void nobodyIsLedBeforeTheCustomerIsThere() {
        var early = new Play();
        early.nurse.sends("agent-online");
        early.romeo.sends("join-queue");
        early.nurse.sends("offer-accept").enters().forgets();

        early.nurse.sends("drive");

        early.nurse.receives("drive-nobody");
    }
}
