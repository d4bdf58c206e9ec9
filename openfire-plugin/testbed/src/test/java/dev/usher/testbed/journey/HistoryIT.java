package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.SmackLogin;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.PresenceTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jivesoftware.smackx.search.ReportedData;
import org.jivesoftware.smackx.workgroup.agent.AgentSession;
import org.jivesoftware.smackx.workgroup.agent.TranscriptSearchManager;
import org.jivesoftware.smackx.workgroup.ext.history.AgentChatSession;
import org.jivesoftware.smackx.workgroup.packet.Transcripts.AgentDetail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

/** What Smack's own, unmodified classes read of past and present visits, on the real server and its database. */
class HistoryIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String FORM = "<x xmlns='jabber:x:data' type='submit'>"
            + "<field var='username'><value>Romeo &amp; Co</value></field>"
            + "<field var='email'><value>romeo@example.org</value></field>"
            + "<field var='question'><value>Where is the balcony?</value></field></x>";

    private SmackAgent alice;
    private RawClient romeo;
    private BareJid customer;
    private String visit;
    private MultiUserChat room;
    private final CountDownLatch isOver = new CountDownLatch(1);

    @BeforeEach
    void romeoTalksToAlice() throws Exception {
        alice = SmackAgent.online(usher, "alice");
        alice.connection().addSyncStanzaListener(this::noteTheEnd, PresenceTypeFilter.UNAVAILABLE);
        romeo = RawClient.anonymous(usher);
        customer = JidCreate.bareFrom(romeo.jid());
        romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'>" + FORM + "</join-queue></iq>");
        var offer = alice.awaitOffer();
        visit = offer.getSessionID();
        room = alice.accept(offer, "Alice");
        romeo.await("<invite ");
        romeo.send("<presence to='" + roomAddress() + "/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
        romeo.await("/Romeo\"");
        romeo.send("<message type='groupchat' to='" + roomAddress() + "'><body>It is the east, 100%.</body></message>");
        alice.awaitHeard("Romeo: It is the east, 100%.");
        room.sendMessage("And <Juliet> is the sun.");
        alice.awaitHeard("Alice: And <Juliet> is the sun.");
        room.sendMessage("/note A poet.");
    }

    private void noteTheEnd(Stanza presence) {
        var user = MUCUser.from(presence);
        if (user != null && user.getDestroy() != null) {
            isOver.countDown();
        }
    }

    @AfterEach
    void everybodyGoes() throws IOException {
        romeo.close();
        alice.close();
    }

    private String roomAddress() {
        return visit + "@conference." + UsherServer.DOMAIN;
    }

    /** The visit is over, and so is its channel. */
    private void romeoLeaves() throws Exception {
        romeo.send("<presence type='unavailable' to='" + roomAddress() + "/Romeo'/>");
        assertThat(isOver.await(15, TimeUnit.SECONDS)).isTrue();
    }

    private static String line(Stanza stanza) {
        assertThat(stanza.getExtension(DelayInformation.class)).isNotNull();
        var who = stanza.getFrom().getResourceOrEmpty().toString();
        if (stanza instanceof Message message) {
            return who + ": " + message.getBody();
        }
        return who + (((Presence) stanza).isAvailable() ? " comes" : " goes");
    }

    @Test
    void aCustomersVisitsAndWhatWasSaidAreRead() throws Exception {
        var present = alice.session().getTranscripts(customer);
        assertThat(present.getUserID().toString()).isEqualTo(customer.toString());
        assertThat(present.getSummaries()).hasSize(1);
        assertThat(present.getSummaries().get(0).getLeftTime()).isNotNull();
        assertThat(alice.session().getTranscript(visit).getPackets()).hasSize(4);

        romeoLeaves();

        var summary = alice.session().getTranscripts(customer).getSummaries().get(0);
        assertThat(summary.getSessionID()).isEqualTo(visit);
        assertThat(summary.getJoinTime()).isBeforeOrEqualTo(summary.getLeftTime());
        assertThat(summary.getAgentDetails())
                .extracting(AgentDetail::getAgentJID)
                .containsExactly("alice@" + UsherServer.DOMAIN);
        assertThat(summary.getAgentDetails().get(0).getLeftTime()).isNotNull();
        var transcript = alice.session().getTranscript(visit);
        assertThat(transcript.getSessionID()).isEqualTo(visit);
        assertThat(transcript.getPackets().stream().map(HistoryIT::line))
                .containsExactly(
                        "Alice comes",
                        "Romeo & Co comes",
                        "Romeo & Co: It is the east, 100%.",
                        "Alice: And <Juliet> is the sun.",
                        "Alice goes",
                        "Romeo & Co goes");
    }

    @Test
    void notesAreWrittenDuringAVisitAndAfterItByWhoServedInIt() throws Exception {
        alice.session().setNote(visit, "Asks for Juliet & a ladder.");
        romeoLeaves();

        alice.session().setNote(visit, "He found one.");
        alice.session().setNote(visit, "He found one.");

        var notes = alice.session().getNote(visit);
        assertThat(notes.getSessionID()).isEqualTo(visit);
        assertThat(notes.getNotes()).isEqualTo("A poet.\nAsks for Juliet & a ladder.\nHe found one.");
        try (var bob = SmackAgent.online(usher, "bob")) {
            assertThat(bob.session().getNote(visit).getNotes()).isEqualTo(notes.getNotes());
            assertThatThrownBy(() -> bob.session().setNote(visit, "Me too."))
                    .isInstanceOfSatisfying(
                            XMPPErrorException.class,
                            refused -> assertThat(refused.getStanzaError().getCondition())
                                    .isEqualTo(Condition.forbidden));
        }
    }

    @Test
    void theFormAndTheHistoryOfAnAgentAreRead() throws Exception {
        romeoLeaves();

        assertThat(alice.session().getChatMetadata(visit))
                .containsEntry("username", List.of("Romeo & Co"))
                .containsEntry("email", List.of("romeo@example.org"))
                .containsEntry("question", List.of("Where is the balcony?"))
                .containsEntry("userID", List.of(customer.toString()));
        var aliceJid = JidCreate.entityBareFrom("alice@" + UsherServer.DOMAIN);
        var newest = alice.session().getAgentHistory(aliceJid, 1, null).getAgentChatSessions();
        assertThat(newest)
                .extracting(
                        AgentChatSession::getSessionID,
                        AgentChatSession::getVisitorsName,
                        AgentChatSession::getVisitorsEmail,
                        AgentChatSession::getQuestion)
                .containsExactly(tuple(visit, "Romeo & Co", "romeo@example.org", "Where is the balcony?"));
        assertThat(newest.iterator().next().getDuration()).isNotNegative();
        var nobody = JidCreate.entityBareFrom("nobody@" + UsherServer.DOMAIN);
        assertThat(alice.session().getAgentHistory(nobody, 10, null).getAgentChatSessions())
                .isEmpty();
    }

    @Test
    void aVisitIsFoundByWhatWasSaid() throws Exception {
        var manager = new TranscriptSearchManager(alice.connection());
        var service = JidCreate.domainBareFrom("workgroup." + UsherServer.DOMAIN);
        var form = manager.getSearchForm(service).getFillableForm();
        form.setAnswer("queryString", "THE EAST, 100%");
        form.setAnswer("workgroups", List.of(SmackAgent.WORKGROUP.toString()));

        var rows = manager.submitSearch(service, form).getRows();

        var row = rows.get(0);
        assertThat(value(row, "sessionID")).isEqualTo(visit);
        assertThat(value(row, "workgroup")).isEqualTo(SmackAgent.WORKGROUP.toString());
        assertThat(value(row, "agentJIDs")).isEqualTo("alice@" + UsherServer.DOMAIN);
        assertThat(Double.valueOf(value(row, "relevance"))).isPositive();
        assertThat(value(row, "question")).isEqualTo("Where is the balcony?");
        assertThat(value(row, "username")).isEqualTo("Romeo & Co");
        assertThat(value(row, "email")).isEqualTo("romeo@example.org");
        var nothing = manager.getSearchForm(service).getFillableForm();
        nothing.setAnswer("queryString", "1%00");
        assertThat(manager.submitSearch(service, nothing).getRows()).isEmpty();
    }

    private static String value(ReportedData.Row row, String column) {
        return row.getValues(column).get(0).toString();
    }

    @Test
    void whoIsNoAgentIsToldNothing() throws Exception {
        var connection = SmackLogin.login(usher, "admin");
        try {
            var stranger = new AgentSession(SmackAgent.WORKGROUP, connection);
            assertThatThrownBy(() -> stranger.getTranscript(visit))
                    .isInstanceOfSatisfying(
                            XMPPErrorException.class,
                            refused -> assertThat(refused.getStanzaError().getCondition())
                                    .isEqualTo(Condition.not_authorized));
            assertThatThrownBy(() -> stranger.setNote(visit, "Me too."))
                    .isInstanceOfSatisfying(
                            XMPPErrorException.class,
                            refused -> assertThat(refused.getStanzaError().getCondition())
                                    .isEqualTo(Condition.forbidden));
        } finally {
            SmackLogin.logout(connection);
        }
    }
}
