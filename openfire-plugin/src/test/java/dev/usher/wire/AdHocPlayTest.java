package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent whose client shows the commands of a contact as forms. */
class AdHocPlayTest {
    private final Play play = new Play();

    private void romeoTalksToNurse() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.nurse.forgets();
        play.romeo.forgets();
    }

    /** @param rest of the command's element, from its attributes on */
    private void nurseCommands(String command, String rest) {
        play.nurse.says("<iq type='set' id='c' from='nurse@example.org/chamber' to='demo@workgroup.example.org'>"
                + "<command xmlns='http://jabber.org/protocol/commands' node='urn:usher:command:1#" + command + "'"
                + rest + "</iq>");
    }

    private void nurseFillsIn(String command, String... fields) {
        var form = new StringBuilder("><x xmlns='jabber:x:data' type='submit'><field var='visit'><value>"
                + Examples.VISIT.value() + "</value></field>");
        for (int i = 0; i < fields.length; i += 2) {
            form.append("<field var='" + fields[i] + "'><value>" + fields[i + 1] + "</value></field>");
        }
        nurseCommands(command, form + "</x></command>");
    }

    private void nurseIsTold(String command, String note) {
        play.nurse.receivesStanzas("<iq type='result' id='c' from='demo@workgroup.example.org'"
                + " to='nurse@example.org/chamber'><command xmlns='http://jabber.org/protocol/commands'"
                + " node='urn:usher:command:1#" + command + "' sessionid='c' status='completed'><note type='info'>"
                + note + "</note></command></iq>");
    }

    private void nurseIsRefused(String type, String condition, String sentence, String more) {
        play.nurse.receivesStanzas("<iq type='error' id='c' from='demo@workgroup.example.org'"
                + " to='nurse@example.org/chamber'><error type='" + type + "'><" + condition
                + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'"
                + " xml:lang='en'>" + sentence + "</text>" + more + "</error></iq>");
    }

    @Test
    void whoJoinsIsAskedAndWhoAcceptsIsInvited() {
        play.nurse.sends("adhoc-join").receives("adhoc-join-result");
        play.romeo.sends("join-queue");
        play.nurse.receives("offer");

        nurseCommands("accept", "/>");

        assertEquals(1, play.nurse.count("command"));
        assertEquals(1, play.nurse.count("invite"));
    }

    @Test
    void whoDeclinesIsAskedNoMoreAndWhoLeavesIsOffDuty() {
        play.nurse.sends("adhoc-join");
        play.romeo.sends("join-queue");
        play.nurse.forgets();

        nurseCommands("decline", "/>");
        nurseIsTold("decline", "Declined.");
        nurseCommands("accept", "/>");
        nurseIsRefused(
                "cancel",
                "not-acceptable",
                "This offer is no longer yours: its time is over, or the customer has left.",
                "");
        nurseCommands("leave", "/>");
        nurseIsTold("leave", "You are offline here.");
    }

    @Test
    void aPageIsOpenedByAForm() {
        romeoTalksToNurse();

        play.nurse.sends("adhoc-go").receives("adhoc-go-form");
        play.nurse.sends("adhoc-go-submit");

        assertEquals(
                1,
                play.nurse.takes().stream()
                        .filter(CanonicalXml.of(Examples.text("adhoc-go-result"))::equals)
                        .count());
        assertEquals(1, play.romeo.count("drive"));
    }

    @Test
    void aPageIsOpenedInAllBrowsers() {
        romeoTalksToNurse();

        nurseCommands(
                "go",
                "><x xmlns='jabber:x:data' type='submit'><field var='visit'><value>all</value></field>"
                        + "<field var='url'><value>https://shop.example/</value></field></x></command>");

        assertEquals(1, play.romeo.count("drive"));
    }

    @Test
    void anAddressThatIsRefusedSaysWhy() {
        romeoTalksToNurse();

        nurseFillsIn("go", "url", "javascript:alert(1)");

        nurseIsRefused(
                "modify",
                "not-acceptable",
                "Only http and https addresses can be opened.",
                "<refused xmlns='urn:usher:drive:1' reason='scheme'/>");
        play.romeo.receivesNothing();
    }

    @Test
    void whatIsMissingIsNamed() {
        romeoTalksToNurse();

        nurseFillsIn("go", "url", " ");

        nurseIsRefused("modify", "bad-request", "Please fill in: Address.", "");
    }

    @Test
    void anAgentSeesTheirVisitsAndWhoIsInThem() {
        romeoTalksToNurse();

        play.nurse.sends("adhoc-who").receives("adhoc-who-result");
    }

    @Test
    void whoServesNobodyIsToldSo() {
        play.nurse.sends("agent-online").forgets();

        play.nurse.sends("adhoc-end").receives("adhoc-nobody");
        nurseCommands("who", "/>");
        nurseIsTold("who", "You serve nobody here right now.");
    }

    @Test
    void notesAndTagsAreWrittenDown() {
        romeoTalksToNurse();

        nurseFillsIn("note", "text", "In love, again.");
        nurseIsTold("note", "Written down.");
        nurseFillsIn("tag", "text", "balcony");
        nurseIsTold("tag", "Written down.");

        var journal = play.store.journal(play.visit(), 0, 100);
        assertTrue(journal.stream()
                .anyMatch(entry -> entry.kind().equals("note") && entry.what().equals("In love, again.")));
        assertTrue(journal.stream()
                .anyMatch(entry -> entry.kind().equals("tag") && entry.what().equals("balcony")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invite", "transfer"})
    void anotherAgentIsAsked(String command) {
        romeoTalksToNurse();
        play.friar.sends("agent-online").forgets();

        nurseFillsIn(command, "to", "friar", "reason", "He knows about vows.");

        nurseIsTold(command, "Looking for friar.");
        assertEquals(1, play.friar.count(command));
        assertTrue(play.friar.takes().get(0).contains("He knows about vows."));
    }

    @Test
    void theVisitIsEnded() {
        romeoTalksToNurse();

        nurseFillsIn("end");
        play.passes(1);

        assertEquals(1, play.nurse.count("command"));
        assertTrue(play.rooms.areEmpty());
    }

    @Test
    void whatIsCancelledIsNotDone() {
        romeoTalksToNurse();

        play.nurse.sends("adhoc-cancel").receives("adhoc-cancelled");

        play.romeo.receivesNothing();
    }

    @Test
    void whatCannotBeDoneSaysSo() {
        nurseCommands("dance", "/>");
        nurseIsRefused("cancel", "item-not-found", "There is no such command.", "");
        nurseCommands("go", " action='prev'/>");
        nurseIsRefused(
                "modify",
                "bad-request",
                "There is no step before.",
                "<bad-action xmlns='http://jabber.org/protocol/commands'/>");
        nurseCommands("go", " action='fly'/>");
        nurseIsRefused(
                "modify",
                "bad-request",
                "There is no such action.",
                "<malformed-action xmlns='http://jabber.org/protocol/commands'/>");
    }

    @Test
    void nobodyElseSeesThatThereAreCommands() {
        play.romeo.says(
                Examples.text("adhoc-list-get").replace("nurse@example.org/chamber", "romeo@example.org/balcony"));

        play.romeo.receivesStanzas("<iq type='result' id='al1' from='demo@workgroup.example.org'"
                + " to='romeo@example.org/balcony'><query xmlns='http://jabber.org/protocol/disco#items'"
                + " node='http://jabber.org/protocol/commands'/></iq>");
        play.romeo.says(
                Examples.text("adhoc-info-get").replace("nurse@example.org/chamber", "romeo@example.org/balcony"));
        assertEquals(1, play.romeo.count("error"));
    }
}
