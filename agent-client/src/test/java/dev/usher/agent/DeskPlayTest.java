package dev.usher.agent;

import static dev.usher.agent.Stage.DEMO;
import static dev.usher.agent.Stage.ROOM;
import static dev.usher.agent.Stage.VISIT;
import static dev.usher.agent.Stage.await;
import static dev.usher.agent.Stage.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plays between the nurse at her desk and a server that has the contract's examples for lines. */
class DeskPlayTest {

    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    private final Diary diary = new Diary();
    private Stage stage;
    private AgentDesk desk;

    @BeforeEach
    void nurseSitsDown() throws Exception {
        stage = new Stage();
        desk = AgentDesk.open(stage.connection, Clock.fixed(TEN, ZoneOffset.UTC));
        desk.addListener(diary);
    }

    @Test
    void theServiceSaysWhereTheNurseMayServe() {
        var workgroups = desk.workgroups();
        stage.answers(stage.sendsExample("workgroups-get"), "workgroups-result");

        assertThat(await(workgroups)).containsExactly(DEMO);
    }

    @Test
    void whoIsNoAgentAnywhereIsTold() {
        var workgroups = desk.workgroups();
        var question = stage.sendsExample("workgroups-get");
        stage.server("<iq type='error' id='" + question.getStanzaId() + "' from='workgroup.example.org'>"
                + "<error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");

        assertThat(failure(workgroups, DeskException.NotAnAgent.class)).hasMessageContaining("forbidden");
    }

    @Test
    void anAnswerFromSomebodyElseIsNoAnswer() {
        var workgroups = desk.workgroups();
        var question = stage.sendsExample("workgroups-get");
        stage.server("<iq type='result' id='" + question.getStanzaId() + "' from='tybalt@example.org/tomb'>"
                + "<workgroups xmlns='http://jabber.org/protocol/workgroup' jid='nurse@example.org'>"
                + "<workgroup jid='trap@workgroup.example.org'/></workgroups></iq>");
        stage.answers(question, "workgroups-result");

        assertThat(await(workgroups)).containsExactly(DEMO);
    }

    @Test
    void silenceIsReportedWithWhoWasSilent() {
        stage.patience(Duration.ofMillis(50));

        assertThat(failure(desk.workgroups(), DeskException.NoAnswer.class))
                .hasMessage("No answer from workgroup.example.org within 50 ms.");
        assertThat(failure(desk.goOnline(DEMO), DeskException.NoAnswer.class)).hasMessageContaining("demo@");
        assertThat(desk.onDuty()).as("as far as anybody can know").containsExactly(DEMO);
    }

    @Test
    void theNurseComesOnlineGoesAwayAndLeaves() throws Exception {
        stage.nurseIsOnline(desk);
        diary.tells("Default Queue: 1");
        assertThat(desk.onDuty()).containsExactly(DEMO);
        stage.serverSendsExample("queue-details");
        diary.tells("Default Queue: [romeo@example.org/balcony]");

        await(desk.goAway(DEMO));
        stage.sendsExample("agent-away");
        await(desk.goOffline(DEMO));
        stage.sendsExample("agent-offline");
        assertThat(desk.onDuty()).isEmpty();
    }

    @Test
    void twoCallsToGoOnlineShareOnePresence() {
        var first = desk.goOnline(DEMO);
        var second = desk.goOnline(DEMO);
        stage.sendsExample("agent-online");
        stage.serverSendsExample("queue-overview");

        await(first);
        await(second);
        assertThat(stage.connection.getNumberOfSentPackets()).isZero();
    }

    @Test
    void aWorkgroupRefusesWhoIsNoAgent() {
        var online = desk.goOnline(DEMO);
        stage.sendsExample("agent-online");
        stage.serverSendsExample("agent-refused");

        assertThat(failure(online, DeskException.NotAnAgent.class))
                .hasMessage("You are not an agent of this workgroup. Ask an administrator to add you.");
        assertThat(desk.onDuty()).isEmpty();
    }

    @Test
    void anAgentIsTakenOffDutyLater() throws Exception {
        stage.nurseIsOnline(desk);
        stage.serverSendsExample("agent-refused");

        diary.tells(
                "Default Queue: 1",
                "dismissed from " + DEMO
                        + ": You are not an agent of this workgroup. Ask an administrator to add you.");
    }

    @Test
    void anOfferIsConfirmedAndShown() throws Exception {
        stage.nurseIsOnline(desk);
        stage.serverSendsExample("offer");

        stage.sendsExample("offer-received");
        var offer = diary.offers.take();
        assertThat(offer.visit()).isEqualTo(VISIT);
        assertThat(offer.workgroup().toString()).isEqualTo(DEMO.toString());
        assertThat(offer.answer("question")).hasValue("Where is the balcony?");
        assertThat(offer.until()).isEqualTo(TEN.plusSeconds(20));
        assertThat(await(desk.offers())).containsExactly(offer);
    }

    @Test
    void nobodyButAWorkgroupMakesOffers() {
        stage.serverSendsExample("offer");
        assertThat(((IQ) stage.next()).getError().getCondition()).isEqualTo(StanzaError.Condition.service_unavailable);

        stage.nurseIsOnline(desk);
        stage.server(Examples.xml("offer").replace("from='demo@workgroup.example.org'", "from='tybalt@example.org/x'"));
        assertThat(((IQ) stage.next()).getError().getCondition()).isEqualTo(StanzaError.Condition.service_unavailable);
        assertThat(diary.offers).isEmpty();
    }

    @Test
    void anOfferIsTakenBack() throws Exception {
        stage.nurseIsOnline(desk);
        stage.serverSendsExample("offer");
        stage.sendsExample("offer-received");
        stage.serverSendsExample("offer-revoke");

        assertThat(((IQ) stage.next()).getType()).isEqualTo(IQ.Type.result);
        diary.tells("Default Queue: 1", "offered Romeo", "revoked Romeo: The offer has timed out.");
        failure(desk.accept(diary.offers.take(), diary), DeskException.OfferGone.class);
    }

    @Test
    void anOfferIsDeclined() throws Exception {
        stage.nurseIsOnline(desk);
        var declined = desk.decline(offered());
        stage.answers(stage.sendsExample("offer-reject"), "offer-reject-result");

        await(declined);
    }

    @Test
    void anAcceptedOfferBecomesAChannel() throws Exception {
        var channel = seated();

        assertThat(channel.visit()).isEqualTo(VISIT);
        assertThat(channel.nick()).isEqualTo("Nurse");
        assertThat(channel.room().toString()).isEqualTo(ROOM);
        diary.tells("Default Queue: 1", "offered Romeo", "entered Romeo");
    }

    @Test
    void theInvitationMayComeBeforeTheAnswer() throws Exception {
        stage.nurseIsOnline(desk);
        var channel = desk.accept(offered(), diary);
        var accept = stage.sendsExample("offer-accept");
        stage.serverSendsExample("invitation-agent");
        stage.roomOpens();
        stage.answers(accept, "offer-accept-result");

        assertThat(await(channel).isOpen()).isTrue();
    }

    @Test
    void anOfferAcceptedTooLateIsGone() throws Exception {
        stage.nurseIsOnline(desk);
        var channel = desk.accept(offered(), diary);
        stage.answers(stage.sendsExample("offer-accept"), "offer-accept-late");

        assertThat(failure(channel, DeskException.OfferGone.class))
                .hasMessage("This offer is no longer yours: its time is over, or the customer has left.");
    }

    @Test
    void anAcceptedOfferCanBeTakenBackUntilTheInvitation() throws Exception {
        stage.nurseIsOnline(desk);
        var channel = desk.accept(offered(), diary);
        stage.answers(stage.sendsExample("offer-accept"), "offer-accept-result");
        stage.serverSendsExample("offer-revoke");

        assertThat(failure(channel, DeskException.OfferGone.class)).hasMessage("The offer has timed out.");
    }

    @Test
    void aSwitchThatNeverInvitesIsNotAwaitedForever() throws Exception {
        stage.nurseIsOnline(desk);
        var offer = offered();
        stage.patience(Duration.ofMillis(50));
        var channel = desk.accept(offer, diary);
        stage.answers(stage.sendsExample("offer-accept"), "offer-accept-result");

        assertThat(failure(channel, DeskException.NoAnswer.class)).hasMessageContaining(DEMO.toString());
    }

    @Test
    void aTakenNameGetsANumber() throws Exception {
        stage.nurseIsOnline(desk);
        var channel = desk.accept(offered(), diary);
        stage.answers(stage.sendsExample("offer-accept"), "offer-accept-result");
        stage.serverSendsExample("invitation-agent");
        stage.next();
        stage.server("<presence type='error' from='" + ROOM + "/Nurse'><error type='cancel'>"
                + "<conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>");

        assertThat(stage.next().getTo().toString()).isEqualTo(ROOM + "/Nurse 2");
        stage.presence("Nurse 2", "member", "");
        assertThat(await(channel).nick()).isEqualTo("Nurse 2");
    }

    @Test
    void aRoomThatRefusesSaysWhy() throws Exception {
        stage.nurseIsOnline(desk);
        var channel = desk.accept(offered(), diary);
        stage.answers(stage.sendsExample("offer-accept"), "offer-accept-result");
        stage.serverSendsExample("invitation-agent");
        stage.next();
        stage.server("<presence type='error' from='" + ROOM + "/Nurse'><error type='auth'>"
                + "<registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>");

        assertThat(failure(channel, DeskException.Refused.class).condition()).isEqualTo("registration-required");
        assertThat(((Presence) stage.next()).getType()).isEqualTo(Presence.Type.unavailable);
    }

    @Test
    void aRoomThatClosesAtTheDoorEndsTheVisit() throws Exception {
        stage.nurseIsOnline(desk);
        var channel = desk.accept(offered(), diary);
        stage.answers(stage.sendsExample("offer-accept"), "offer-accept-result");
        stage.serverSendsExample("invitation-agent");
        stage.next();
        stage.server(Examples.xml("channel-ended").replace("/Romeo", "/Nurse"));

        failure(channel, DeskException.ChannelEnded.class);
    }

    @Test
    void anUnexpectedInvitationIsAskedAboutAndCanBeJoined() throws Exception {
        stage.nurseIsOnline(desk);
        stage.serverSendsExample("invitation-agent");

        var invitation = diary.invitations.take();
        assertThat(invitation.customer().orElseThrow().toString()).isEqualTo("romeo@example.org/balcony");
        var channel = desk.join(invitation, diary);
        stage.roomOpens();
        assertThat(await(channel).visit()).isEqualTo(VISIT);
    }

    @ParameterizedTest
    @CsvSource({
        "invite from='demo@workgroup.example.org', invite from='trap@workgroup.example.org'",
        "<reason>k3v9x2m7q4w8t6z1p5r0c2d8f7</reason>, <reason>come here</reason>",
        "@conference.example.org' to=, @conference.evil.example' to=",
        "@conference.example.org' to=, @conference.example.org/Tybalt' to=",
        "<message from='k3v9x2m7q4w8t6z1p5r0c2d8f7@, <message from='other@",
        "<message from='k3v9x2m7q4w8t6z1p5r0c2d8f7@conference.example.org', <message from='tybalt@example.org'",
    })
    void aForgedInvitationIsNotHeard(String part, String forged) throws Exception {
        stage.nurseIsOnline(desk);
        assertThat(Examples.xml("invitation-agent")).contains(part);
        stage.server(Examples.xml("invitation-agent").replace(part, forged));
        stage.serverSendsExample("queue-overview");

        diary.tells("Default Queue: 1", "Default Queue: 1");
    }

    @Test
    void aLostConnectionEndsEverything() throws Exception {
        var channel = seated();
        var text = channel.send("Are you there?");
        stage.next();
        stage.connection.instantShutdown();
        stage.connection.disconnect();

        failure(text, DeskException.ConnectionLost.class);
        assertThat(channel.isOpen()).isFalse();
        failure(desk.goOnline(DEMO), DeskException.ConnectionLost.class);
        failure(channel.send("Hello?"), DeskException.ConnectionLost.class);
    }

    @Test
    void aListenerThatThrowsKeepsTheNewsFromNobody() throws Exception {
        var deaf = new Diary();
        desk.removeListener(diary);
        desk.addListener(new DeskListener() {
            @Override
            public void queueChanged(QueueView queue) {
                throw new IllegalStateException("deaf");
            }
        });
        desk.addListener(deaf);
        stage.nurseIsOnline(desk);

        deaf.tells("Default Queue: 1");
    }

    @Test
    void aConnectionHasOneDesk() {
        assertThatThrownBy(() -> AgentDesk.open(stage.connection)).isInstanceOf(IllegalStateException.class);
        desk.close();
        AgentDesk.open(stage.connection).close();
    }

    private Offer offered() throws InterruptedException {
        stage.serverSendsExample("offer");
        stage.sendsExample("offer-received");
        return diary.offers.take();
    }

    private Channel seated() throws InterruptedException {
        stage.nurseIsOnline(desk);
        var channel = desk.accept(offered(), diary);
        stage.answers(stage.sendsExample("offer-accept"), "offer-accept-result");
        stage.serverSendsExample("invitation-agent");
        stage.roomOpens();
        return await(channel);
    }
}
