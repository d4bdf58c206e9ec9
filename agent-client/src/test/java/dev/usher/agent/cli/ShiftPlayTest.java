package dev.usher.agent.cli;

import static dev.usher.agent.Stage.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.agent.Examples;
import dev.usher.agent.Stage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plays at a terminal: the nurse types and reads, the server speaks the contract's lines. */
class ShiftPlayTest {

    private static final String ONLINE = "Online in demo as nurse@example.org. /help lists the commands.";
    private static final String OFFER = "Offer 1: Romeo asks: Where is the balcony? — accept within 20 s: /accept";

    private Stage stage;
    private Terminal terminal;
    private FutureTask<Exit> work;

    @BeforeEach
    void nurseSitsDown() throws Exception {
        stage = new Stage();
        terminal = new Terminal();
    }

    private void works(boolean autoAccept) throws Exception {
        starts(() -> new Workplace(stage.connection, terminal.screen).work(List.of(), autoAccept, terminal.in));
        stage.answers(stage.sendsExample("workgroups-get"), "workgroups-result");
        stage.sendsExample("agent-online");
        stage.serverSendsExample("queue-overview");
        terminal.shows(ONLINE, "demo, Default Queue: 1 waiting");
    }

    private void starts(Callable<Exit> task) {
        work = new FutureTask<>(task);
        var thread = new Thread(work, "shift");
        thread.setDaemon(true);
        thread.start();
    }

    private void servesRomeo() throws Exception {
        works(false);
        stage.serverSendsExample("offer");
        stage.sendsExample("offer-received");
        terminal.shows(OFFER);
        terminal.types("/accept");
        isSeated();
    }

    private void isSeated() throws Exception {
        isSeated(stage.sendsExample("offer-accept"));
    }

    private void isSeated(Stanza accept) throws Exception {
        stage.answers(accept, "offer-accept-result");
        stage.serverSendsExample("invitation-agent");
        stage.roomOpens();
        terminal.shows("Visit 1 (Romeo) begins. You are Nurse.", "Romeo is here.");
    }

    private Exit exit() throws Exception {
        return work.get(5, TimeUnit.SECONDS);
    }

    @Test
    void theEndOfTheInputGoesOfflineAndIsNoError() throws Exception {
        works(false);
        terminal.endsInput();

        stage.sendsExample("agent-offline");
        var goodbye = (Presence) stage.next();
        assertThat(goodbye.getType()).isEqualTo(Presence.Type.unavailable);
        assertThat(goodbye.getTo() == null).as("to everybody").isTrue();
        assertThat(exit()).isEqualTo(Exit.OK);
    }

    @Test
    void aNamedWorkgroupIsNotLookedUp() throws Exception {
        starts(() -> new Workplace(stage.connection, terminal.screen).work(List.of(DEMO), false, terminal.in));
        stage.sendsExample("agent-online");
        stage.serverSendsExample("queue-details");

        terminal.shows(ONLINE);
    }

    @Test
    void whoIsNoAgentThereIsTold() {
        starts(() -> new Workplace(stage.connection, terminal.screen).work(List.of(DEMO), false, terminal.in));
        stage.sendsExample("agent-online");
        stage.serverSendsExample("agent-refused");

        assertThat(work)
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.exit()).isEqualTo(Exit.NOT_AN_AGENT))
                .withMessage("demo: You are not an agent of this workgroup. Ask an administrator to add you.");
    }

    @Test
    void anOfferIsTakenAndTalkedTo() throws Exception {
        servesRomeo();
        terminal.types("Up there.");
        var message = (Message) stage.next();
        assertThat(message.getBody()).isEqualTo("Up there.");
        stage.groupchat("Nurse", message.getStanzaId(), "<body>Up there.</body>");
        stage.groupchat("Romeo", "m2", "<body>Thank you!</body>");

        terminal.shows("Romeo: Thank you!");
    }

    @Test
    void whatACustomerWritesCannotTouchTheTerminal() throws Exception {
        servesRomeo();
        stage.groupchat("Romeo", "m1", "<body>Hi\nVisit 2 (&#x9B;31mAdmin) begins.&#x202E;</body>");

        terminal.shows("Romeo: Hi Visit 2 (31mAdmin) begins.");
    }

    @Test
    void aDriveIsOrderedAndAccountedFor() throws Exception {
        servesRomeo();
        terminal.types("/go shop.example/cart?step=2");
        stage.answers(stage.sendsExample("drive"), "drive-result");
        stage.serverSendsExample("drive-delivered");
        stage.serverSendsExample("report");
        stage.serverSendsExample("report-refused");
        stage.server(Examples.xml("report-refused").replace("own-origin", "vetoed"));

        terminal.shows(
                "Drive 1 to https://shop.example/cart?step=2 : sent to 1 browser",
                "Drive 1 to https://shop.example/cart?step=2 : arrived (1 of 1)",
                "Drive 1 to https://shop.example/cart?step=2 : refused own-origin (1 of 1)",
                "Drive 1 to https://shop.example/cart?step=2 : refused by the website that the customer came from (1 of 1)");
    }

    @Test
    void aRefusedDriveIsExplained() throws Exception {
        servesRomeo();
        terminal.types("/go javascript:alert(1)");
        var order =
                stage.sends(Examples.xml("drive").replace("https://shop.example/cart?step=2", "javascript:alert(1)"));
        stage.answers(order, "drive-refused");

        terminal.shows("! Only http and https addresses can be opened.");
    }

    @Test
    void somebodyElsesDriveIsTold() throws Exception {
        servesRomeo();
        stage.server(Examples.xml("drive-delivered").replace("by='Nurse'", "by='Friar'"));

        terminal.shows("Friar opens https://shop.example/cart?step=2");
    }

    @Test
    void aScriptsLinesWaitForEachOther() throws Exception {
        works(false);
        stage.serverSendsExample("offer");
        stage.sendsExample("offer-received");
        terminal.shows(OFFER);
        terminal.types("/accept\nHello Romeo.\n/end");
        terminal.endsInput();
        isSeated();

        var hello = (Message) stage.next();
        assertThat(hello.getBody()).isEqualTo("Hello Romeo.");
        stage.groupchat("Nurse", hello.getStanzaId(), "<body>Hello Romeo.</body>");
        assertThat(((Presence) stage.next()).getType()).isEqualTo(Presence.Type.unavailable);
        stage.absence("Nurse", "<item affiliation='member' role='none'/>");
        terminal.shows("Visit 1 (Romeo) is over: You left.");
        stage.sendsExample("agent-offline");
        assertThat(exit()).isEqualTo(Exit.OK);
    }

    @Test
    void everyOfferIsAcceptedIfAskedTo() throws Exception {
        works(true);
        stage.serverSendsExample("offer");
        var accept = stage.answersAndAsks("offer-received", "offer-accept");
        terminal.shows(OFFER);
        isSeated(accept);
    }

    @Test
    void anOfferThatIsGoneCannotBeTaken() throws Exception {
        works(false);
        stage.serverSendsExample("offer");
        stage.next();
        stage.serverSendsExample("offer-revoke");
        stage.next();
        terminal.shows(OFFER, "Offer 1 is gone: The offer has timed out.");
        terminal.types("/accept");
        terminal.shows("! There is no such offer.");
    }

    @Test
    void anOfferIsDeclined() throws Exception {
        works(false);
        stage.serverSendsExample("offer");
        stage.next();
        terminal.shows(OFFER);
        terminal.types("/decline 1");
        stage.answers(stage.sendsExample("offer-reject"), "offer-reject-result");
        terminal.shows("Offer 1 is declined.");
    }

    @Test
    void thePauseIsTakenAndEnded() throws Exception {
        works(false);
        terminal.types("/away");
        stage.sendsExample("agent-away");
        terminal.shows("Away: no offers until /back.");
        terminal.types("/back");
        stage.sendsExample("agent-online");
        stage.serverSendsExample("queue-overview");
        terminal.shows("Back.");
    }

    @Test
    void visitsAreListedAndSwitched() throws Exception {
        servesRomeo();
        terminal.types("/visits\n/switch 1\n/switch 2");

        terminal.shows("* Visit 1 (Romeo) in demo", "You talk in Visit 1 (Romeo).", "! There is no visit 2.");
    }

    @Test
    void withoutAVisitThereIsNobodyToTalkTo() throws Exception {
        works(false);
        terminal.types("Hello?\n/go https://shop.example/\n/end\n/visits\n/fly");

        terminal.shows(
                "! There is nobody to talk to: no visit is open.",
                "! There is nobody to talk to: no visit is open.",
                "! There is nobody to talk to: no visit is open.",
                "No visit is open.",
                "! There is no /fly. /help lists the commands.");
    }

    @Test
    void theEndOfAVisitIsTold() throws Exception {
        servesRomeo();
        stage.absence("Romeo", "<item affiliation='member' role='none'/>");
        stage.server(Examples.xml("channel-ended").replace("/Romeo", "/Nurse"));

        terminal.shows("Romeo has left.", "Visit 1 (Romeo) is over: The visit has ended.");
    }

    @Test
    void anUnexpectedInvitationIsFollowed() throws Exception {
        works(false);
        stage.serverSendsExample("invitation-agent");
        stage.roomOpens();

        terminal.shows("Visit 1 (romeo@example.org/balcony) begins. You are Nurse.", "Romeo is here.");
    }

    @Test
    void aLostConnectionEndsTheShift() throws Exception {
        servesRomeo();
        stage.connection.disconnect();

        terminal.shows("Visit 1 (Romeo) is over: The connection is closed.", "! The connection is closed.");
        assertThat(exit()).isEqualTo(Exit.LOST);
    }

    @Test
    void quittingGoesOffline() throws Exception {
        works(false);
        terminal.types("/help");
        assertThat(terminal.next()).startsWith("/accept [n]");
        terminal.types("/quit");

        stage.sendsExample("agent-offline");
        assertThat(exit()).isEqualTo(Exit.OK);
    }
}
