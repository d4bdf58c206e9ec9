package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.workgroup.ext.history.AgentChatSession;
import org.jivesoftware.smackx.workgroup.packet.Transcripts.AgentDetail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice has talked with Romeo, and reads about it afterwards. */
class PastIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    private static final Map<String, String> FORM =
            Map.of("username", "Romeo & Co", "email", "romeo@example.org", "question", "Where is the balcony?");

    private SmackAgent alice;
    private SmackCustomer romeo;
    private String visit;

    @BeforeEach
    void romeoHasTalkedWithAlice() throws Exception {
        alice = SmackAgent.online(usher, "alice");
        romeo = SmackCustomer.anonymous(usher);
        romeo.join(FORM);
        var offer = alice.offerOf(romeo);
        visit = offer.getSessionID();
        var atAlices = alice.accept(offer, "Alice");
        var atRomeos = romeo.enter("Romeo");
        atAlices.awaitIn("Romeo");
        atRomeos.say("It is the east, 100%.");
        atAlices.awaitHeard("Romeo: It is the east, 100%.");
        atAlices.say("And <Juliet> is the sun.");
        atRomeos.awaitHeard("Alice: And <Juliet> is the sun.");
        atRomeos.leave();
        atAlices.awaitOver();
    }

    @AfterEach
    void everybodyGoes() throws Exception {
        romeo.close();
        alice.close();
    }

    @Test
    @Proves(Operation.TRANSCRIPTS)
    void aCustomersVisitsAreListed() throws Exception {
        var customer = romeo.connection().getUser().asBareJid();
        var transcripts = alice.session().getTranscripts(customer);
        assertThat(transcripts.getUserID().toString()).isEqualTo(customer.toString());
        assertThat(transcripts.getSummaries()).hasSize(1);
        var summary = transcripts.getSummaries().get(0);
        assertThat(summary.getSessionID()).isEqualTo(visit);
        assertThat(summary.getJoinTime()).isBeforeOrEqualTo(summary.getLeftTime());
        assertThat(summary.getAgentDetails())
                .extracting(AgentDetail::getAgentJID)
                .containsExactly(Ground.user("alice").toString());
    }

    @Test
    @Proves(Operation.TRANSCRIPT)
    void whatWasSaidIsRead() throws Exception {
        var transcript = alice.session().getTranscript(visit);
        assertThat(transcript.getSessionID()).isEqualTo(visit);
        assertThat(transcript.getPackets().stream().map(PastIT::line))
                .containsExactly(
                        "Alice comes",
                        "Romeo & Co comes",
                        "Romeo & Co: It is the east, 100%.",
                        "Alice: And <Juliet> is the sun.",
                        "Alice goes",
                        "Romeo & Co goes");
    }

    private static String line(Stanza stanza) {
        var who = stanza.getFrom().getResourceOrEmpty().toString();
        if (stanza instanceof Message) {
            return who + ": " + ((Message) stanza).getBody();
        }
        return who + (((Presence) stanza).isAvailable() ? " comes" : " goes");
    }

    @Test
    @Proves(Operation.NOTES)
    void notesAreWrittenByWhoServedAndReadByTheOthers() throws Exception {
        alice.session().setNote(visit, "Asks for Juliet & a ladder.");
        alice.session().setNote(visit, "He found one.");
        try (var bob = SmackAgent.online(usher, "bob")) {
            var notes = bob.session().getNote(visit);
            assertThat(notes.getSessionID()).isEqualTo(visit);
            assertThat(notes.getNotes()).isEqualTo("Asks for Juliet & a ladder.\nHe found one.");
            assertThatExceptionOfType(XMPPErrorException.class)
                    .isThrownBy(() -> bob.session().setNote(visit, "Me too."))
                    .satisfies(error -> assertThat(error.getStanzaError().getCondition())
                            .isEqualTo(StanzaError.Condition.forbidden));
        }
    }

    @Test
    @Proves(Operation.METADATA)
    void whatTheFormSaidIsRead() throws Exception {
        var customer = romeo.connection().getUser().asBareJid().toString();
        assertThat(alice.session().getChatMetadata(visit))
                .containsEntry("username", List.of("Romeo & Co"))
                .containsEntry("email", List.of("romeo@example.org"))
                .containsEntry("question", List.of("Where is the balcony?"))
                .containsEntry("userID", List.of(customer));
    }

    @Test
    @Proves(Operation.HISTORY)
    void whomAnAgentHasServedIsListed() throws Exception {
        assertThat(alice.session()
                        .getAgentHistory(Ground.user("alice"), 1, null)
                        .getAgentChatSessions())
                .extracting(
                        AgentChatSession::getSessionID,
                        AgentChatSession::getVisitorsName,
                        AgentChatSession::getVisitorsEmail,
                        AgentChatSession::getQuestion)
                .containsExactly(tuple(visit, "Romeo & Co", "romeo@example.org", "Where is the balcony?"));
    }

    @Test
    @Proves({Operation.SEARCH_FORM, Operation.SEARCH})
    void aVisitIsFoundByWhatWasSaid() throws Exception {
        var form = alice.session().getTranscriptSearchForm().getFillableForm();
        form.setAnswer("queryString", "THE EAST, 100%");
        form.setAnswer("workgroups", List.of(Ground.DEMO.toString()));
        var newest = alice.session().searchTranscripts(form).getRows().get(0);
        assertThat(List.of("sessionID", "workgroup", "agentJIDs", "question", "username", "email"))
                .extracting(column -> newest.getValues(column).get(0).toString())
                .containsExactly(
                        visit,
                        Ground.DEMO.toString(),
                        Ground.user("alice").toString(),
                        "Where is the balcony?",
                        "Romeo & Co",
                        "romeo@example.org");
    }
}
