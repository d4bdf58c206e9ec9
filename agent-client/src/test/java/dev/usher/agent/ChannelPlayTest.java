package dev.usher.agent;

import static dev.usher.agent.Stage.ROOM;
import static dev.usher.agent.Stage.VISIT;
import static dev.usher.agent.Stage.await;
import static dev.usher.agent.Stage.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plays in a channel that is open: Nurse, Romeo and the switch are in the room. */
class ChannelPlayTest {

    private static final String URL = "https://shop.example/cart?step=2";

    private final Diary diary = new Diary();
    private Stage stage;
    private Channel channel;

    @BeforeEach
    void romeoIsServed() throws Exception {
        stage = new Stage();
        var desk = AgentDesk.open(stage.connection);
        desk.addListener(diary);
        stage.nurseIsOnline(desk);
        stage.serverSendsExample("invitation-agent");
        var joined = desk.join(diary.invitations.take(), diary);
        stage.roomOpens();
        channel = await(joined);
        diary.tells("Default Queue: 1", "invited " + VISIT, "entered Romeo");
    }

    @Test
    void whatIsSaidIsHeard() throws Exception {
        stage.groupchat("Romeo", "m1", "<body>Where is the balcony?</body>");
        stage.groupchat("demo", "m2", "<body>Romeo has waited 12 s.</body>");
        stage.server("<message type='chat' from='" + ROOM + "/demo'><body>Known commands: /go</body></message>");

        diary.tells(
                "Romeo: Where is the balcony?", "demo: Romeo has waited 12 s.", "whispered demo: Known commands: /go");
    }

    @Test
    void whatWasSaidEarlierCarriesItsTime() throws Exception {
        stage.groupchat(
                "Romeo",
                "m1",
                "<body>Anybody?</body><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T09:59:00.000+00:00'/>");

        diary.tells("earlier 2026-01-01T09:59:00Z Romeo: Anybody?");
    }

    @Test
    void aTextIsSentWhenTheRoomHasShownIt() throws Exception {
        var sent = channel.send("Up there & <to> the \u0007left.");
        var message = (Message) stage.next();

        assertThat(message.getTo().toString()).isEqualTo(ROOM);
        assertThat(message.getBody()).isEqualTo("Up there & <to> the left.");
        assertThat(sent).isNotDone();
        stage.groupchat("Nurse", message.getStanzaId(), "<body>Up there.</body>");
        await(sent);
        diary.tells("own Nurse: Up there.");
    }

    @Test
    void aTextThatTheRoomRefusesFails() {
        var sent = channel.send("Hello");
        var id = stage.next().getStanzaId();
        stage.server("<message type='error' id='" + id + "' from='" + ROOM + "'><error type='auth'>"
                + "<forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>");

        assertThat(failure(sent, DeskException.Refused.class).condition()).isEqualTo("forbidden");
    }

    @Test
    void aTextThatNobodyShowsFailsAfterAWhile() {
        stage.patience(Duration.ofMillis(50));

        failure(channel.send("Hello"), DeskException.NoAnswer.class);
    }

    @Test
    void aDriveIsTakenAndItsBrowsersAreReported() throws Exception {
        var drive = channel.drive(URL);
        stage.answers(stage.sendsExample("drive"), "drive-result");
        assertThat(await(drive)).isEqualTo(new Drive("9f2c61d0a4e74b8f", 1, URL, 1));

        stage.serverSendsExample("report");
        stage.serverSendsExample("report-refused");
        diary.tells(
                "report 1 [Count[state=arrived, reason=Optional.empty, browsers=1]]",
                "report 1 [Count[state=refused, reason=Optional[own-origin], browsers=1]]");
    }

    @Test
    void aDriveMayExpireWhenTheAgentSays() {
        channel.drive(URL, Instant.parse("2026-01-01T10:05:00Z"));

        stage.sends(Examples.xml("drive").replace("url=", "expires='2026-01-01T10:05:00Z' url="));
    }

    @ParameterizedTest
    @CsvSource({
        "drive-refused, SCHEME, 'Only http and https addresses can be opened.'",
        "drive-forbidden, NOT_YOUR_VISIT, 'You are not the agent of this visit.'",
        "drive-nobody, NOBODY_THERE, 'The customer is not in the channel yet.'",
        "bad-request, NOT_UNDERSTOOD, 'The attribute url is missing from <drive/>.'"
    })
    void aRefusedDriveSaysWhy(String example, DriveRefusal reason, String sentence) {
        var drive = channel.drive(URL);
        stage.answers(stage.sendsExample("drive"), example);

        var refused = failure(drive, DeskException.DriveRefused.class);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"malformed, MALFORMED", "own-origin, OWN_ORIGIN", "too-long, TOO_LONG", "tabu, OTHER"})
    void everyReasonOfThePolicyIsKnown(String word, DriveRefusal reason) {
        var drive = channel.drive(URL);
        var id = stage.sendsExample("drive").getStanzaId();
        stage.server(Examples.xml("drive-refused")
                .replace("id='g1'", "id='" + id + "'")
                .replace("'scheme'", "'" + word + "'"));

        assertThat(failure(drive, DeskException.DriveRefused.class).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"' '", "'https://shop.example/\u0007'"})
    void whatNoXmlCanCarryIsNeverSent(String url) {
        assertThat(failure(channel.drive(url), DeskException.DriveRefused.class).reason())
                .isEqualTo(DriveRefusal.MALFORMED);
        assertThat(stage.connection.getNumberOfSentPackets()).isZero();
    }

    @Test
    void aDriveInTheChannelIsToldOnceAndNotAsALineBesides() throws Exception {
        stage.serverSendsExample("drive-delivered");
        stage.groupchat("Romeo", "m1", "<body>I see it.</body>");

        diary.tells("drive 1 by Nurse to " + URL, "Romeo: I see it.");
    }

    @Test
    void aDriveThatSomebodyElseWroteIsJustALine() throws Exception {
        stage.server(Examples.xml("drive-delivered").replace("/demo'", "/Romeo'"));
        stage.absence("demo", "<item affiliation='owner' role='none'/>");
        stage.presence("demo", "member", "");
        stage.serverSendsExample("drive-delivered");

        diary.tells("Romeo: Nurse opens " + URL, "entered demo", "demo: Nurse opens " + URL);
    }

    @Test
    void aDriveFromTheHistoryIsForReading() throws Exception {
        stage.server(Examples.xml("drive-delivered")
                .replace("</message>", "<delay xmlns='urn:xmpp:delay' stamp='2026-01-01T10:00:00Z'/></message>"));

        diary.tells("earlier 2026-01-01T10:00:00Z demo: Nurse opens " + URL);
    }

    @ParameterizedTest
    @CsvSource({
        "demo@workgroup.example.org, trap@workgroup.example.org",
        "demo@workgroup.example.org, demo@workgroup.example.org/x",
        "k3v9x2m7q4w8t6z1p5r0c2d8f7, another"
    })
    void aReportThatIsNotTheWorkgroupsAboutThisVisitIsNotHeard(String part, String instead) throws Exception {
        stage.server(Examples.xml("report").replace("'" + part + "'", "'" + instead + "'"));
        stage.groupchat("Romeo", "m1", "<body>Hello</body>");

        diary.tells("Romeo: Hello");
    }

    @Test
    void othersComeAndGo() throws Exception {
        stage.presence("Friar", "member", "");
        stage.presence("Friar", "member", "");
        stage.absence("Romeo", "<item affiliation='member' role='none'/>");

        diary.tells("entered Friar", "left Romeo");
    }

    @Test
    void theSwitchEndsTheVisit() throws Exception {
        var waiting = channel.send("One moment");
        stage.server(Examples.xml("channel-ended").replace("/Romeo", "/Nurse"));

        diary.tells("ended OVER: The visit has ended.");
        failure(waiting, DeskException.ChannelEnded.class);
        failure(channel.send("Too late"), DeskException.ChannelEnded.class);
        failure(channel.drive(URL), DeskException.ChannelEnded.class);
        await(channel.leave());
    }

    @Test
    void theNurseLeaves() throws Exception {
        var left = channel.leave();
        var presence = (Presence) stage.next();
        assertThat(presence.getType()).isEqualTo(Presence.Type.unavailable);
        assertThat(presence.getTo().toString()).isEqualTo(ROOM + "/Nurse");
        stage.absence("Nurse", "<item affiliation='member' role='none'/><status code='110'/>");

        await(left);
        diary.tells("ended LEFT: You left.");
    }

    @Test
    void theNurseIsPutOut() throws Exception {
        stage.absence(
                "Nurse",
                "<item affiliation='none' role='none'><reason>Shift is over.</reason></item><status code='307'/>");

        diary.tells("ended REMOVED: Shift is over.");
    }

    @Test
    void theNurseIsRenamed() throws Exception {
        stage.absence("Nurse", "<item affiliation='member' role='none' nick='Angelica'/><status code='303'/>");
        stage.presence("Angelica", "member", "");
        stage.groupchat("Angelica", "m1", "<body>It is me.</body>");

        diary.tells("own Angelica: It is me.");
        assertThat(channel.nick()).isEqualTo("Angelica");
    }
}
