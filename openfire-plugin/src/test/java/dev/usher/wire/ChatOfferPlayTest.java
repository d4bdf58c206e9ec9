package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent whose client knows no workgroups: asked and answering in words. */
class ChatOfferPlayTest {
    private static final String OFFER =
            "Romeo asks: Where is the balcony?\nWaiting for 0:00.\nWrite accept or decline within 20 seconds.";

    private final Play play = new Play();

    private void nurseWrites(String text) {
        play.nurse.says("<message type='chat' from='nurse@example.org/chamber' to='demo@workgroup.example.org'><body>"
                + text + "</body></message>");
    }

    private static String written(String text) {
        return "<message type='chat' from='demo@workgroup.example.org' to='nurse@example.org/chamber'><body>" + text
                + "</body><no-store xmlns='urn:xmpp:hints'/></message>";
    }

    private void nurseReads(String... texts) {
        var expected = new String[texts.length];
        for (int i = 0; i < texts.length; i++) {
            expected[i] = written(texts[i]);
        }
        play.nurse.receivesStanzas(expected);
    }

    /** Her client does not know what it was sent. */
    private void nursesClientIsAtALoss() {
        play.nurse.says("<iq type='error' id='" + Examples.VISIT.value()
                + "' from='nurse@example.org/chamber' to='demo@workgroup.example.org'><error type='cancel'>"
                + "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }

    private void nurseIsAskedInWords() {
        nurseWrites("Join");
        play.nurse.forgets();
        play.romeo.sends("join-queue");
        play.nurse.receives("offer");
        nursesClientIsAtALoss();
        nurseIsAskedIn(OFFER);
    }

    /** And her client what it knows. */
    private void nurseIsAskedIn(String text) {
        play.nurse.receivesStanzas(written(text), Examples.text("features-get"));
    }

    @Test
    void whoWritesJoinIsOnlineAndWhoWritesLeaveIsNot() {
        nurseWrites("join");
        nurseReads("You are online here. You are asked by a message like this one; write leave to stop.");
        nurseWrites("leave");
        nurseReads("You are offline here.");
        nurseWrites("leave");
        nurseReads("You are offline here.");

        play.romeo.sends("join-queue");
        play.romeo.receives("join-queue-closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "ACCEPT", " Annehmen. ", "да", "接受"})
    void whoAcceptsInWordsIsInvited(String word) {
        nurseIsAskedInWords();

        nurseWrites(word);

        assertEquals(2, play.nurse.count("message"), "what came of it, and the invitation");
        assertEquals(1, play.nurse.count("invite"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "Nein", "refuser!"})
    void whoDeclinesInWordsIsAskedNoMore(String word) {
        play.friar.sends("agent-online").forgets();
        nurseWrites("join");
        play.nurse.forgets();
        play.romeo.sends("join-queue");
        play.friar.sends("offer-reject").forgets();
        play.nurse.receives("offer");
        nursesClientIsAtALoss();
        nurseIsAskedIn(OFFER);

        nurseWrites(word);

        assertEquals(1, play.nurse.count("message"));
        play.passes(20);
        assertEquals(1, play.nurse.count("message"), "nothing is left to be taken back");
    }

    @Test
    void whoseClientKnowsDirectInvitationsIsInvitedByTheContactAsWell() {
        nurseIsAskedInWords();
        play.nurse.sends("features-result");

        nurseWrites("accept");

        play.nurse.receivesStanzas(
                written("It is yours: an invitation to the channel follows."),
                Examples.text("invitation-agent"),
                Examples.text("invitation-direct"));
    }

    @Test
    void whoseClientKnowsOffersIsInvitedOnce() {
        play.nurse.sends("agent-online").forgets();
        play.nurse.sends("features-result");
        play.romeo.sends("join-queue");
        play.nurse.forgets();

        play.nurse.sends("offer-accept");

        play.nurse.receives("offer-accept-result", "invitation-agent");
    }

    @Test
    void whoseTransferIsDeclinedIsToldInTheChannel() {
        nurseIsAskedInWords();
        nurseWrites("accept");
        play.nurse.enters();
        play.romeo.enters();
        play.friar.sends("agent-online");
        play.nurse.speaks("/transfer friar");
        play.nurse.forgets();

        play.friar.sends("offer-reject");

        play.nurse.receivesStanzas("<message type='chat' from='" + Examples.VISIT.value() + "@" + Examples.CONFERENCE
                + "/demo' to='nurse@example.org/chamber'><body>Nobody has taken the visit: it stays with you.</body>"
                + "<x xmlns='http://jabber.org/protocol/muc#user'/></message>");
    }

    @Test
    void whoAnswersTwiceIsToldThatThereIsNothingToAnswer() {
        nurseIsAskedInWords();
        nurseWrites("accept");
        play.nurse.receivesStanzas(
                written("It is yours: an invitation to the channel follows."), Examples.text("invitation-agent"));

        nurseWrites("accept");

        nurseReads("There is nothing to answer: you are not being asked.");
    }

    @Test
    void whoWritesInTheirOwnLanguageIsAskedInIt() {
        nurseWrites("Beitreten");
        nurseReads("Sie sind hier angemeldet. Gefragt werden Sie mit einer Nachricht wie dieser;"
                + " mit verlassen melden Sie sich ab.");
        play.romeo.sends("join-queue");
        play.passes(7);
        play.nurse.receives("offer");
        nursesClientIsAtALoss();
        nurseIsAskedIn("Romeo fragt: Where is the balcony?\nWartet seit 0:00.\n"
                + "Schreiben Sie innerhalb von 20 s annehmen oder ablehnen.");

        nurseWrites("vielleicht");
        nurseReads("Schreiben Sie beitreten, verlassen, annehmen oder ablehnen.");
        nurseWrites("Nein");
        nurseReads("Abgelehnt.");
    }

    @Test
    void theLanguageOfTheClientCountsAndSoDoesAWordOfAnother() {
        play.nurse.says("<message type='chat' xml:lang='fr-CA' from='nurse@example.org/chamber'"
                + " to='demo@workgroup.example.org'><body>bonjour</body></message>");
        nurseReads("Écrivez rejoindre, quitter, accepter ou refuser.");

        nurseWrites("JOIN");
        nurseReads("You are online here. You are asked by a message like this one; write leave to stop.");
    }

    /** Between a client that knows nothing and a plugin that was reloaded meanwhile. */
    @Test
    void whoWasAskedBeforeAReloadAnswersAfterIt() {
        nurseIsAskedInWords();

        play.restarts(true);
        play.nurse.forgets();
        nurseWrites("accept");

        assertEquals(1, play.nurse.count("invite"));
    }

    @Test
    void theNextOfferComesInWordsAtOnceAndIsTakenBackInWords() {
        nurseIsAskedInWords();

        play.passes(20);
        nurseReads("The offer has timed out.");
        play.passes(30);
        nurseReads(OFFER.replace("0:00", "0:50"));
    }

    @Test
    void anErrorAboutSomethingElseMeansNothing() {
        nurseWrites("join");
        play.romeo.sends("join-queue");
        play.nurse.forgets();

        play.nurse.says(
                "<iq type='error' id='other' from='nurse@example.org/chamber' to='demo@workgroup.example.org'/>");
        play.friar.says("<iq type='error' id='" + Examples.VISIT.value()
                + "' from='nurse@example.org/chamber' to='demo@workgroup.example.org'/>");

        play.nurse.receivesNothing();
        play.friar.receivesNothing();
    }

    @Test
    void whatIsNoneOfTheWordsIsExplained() {
        nurseWrites("Hello?");

        nurseReads("Write join, leave, accept or decline.");
    }

    @Test
    void whoIsNoAgentIsNotAnsweredInWords() {
        play.romeo.says("<message type='chat' id='m' from='romeo@example.org/balcony' to='demo@workgroup.example.org'>"
                + "<body>join</body></message>");

        assertEquals(1, play.romeo.count("error"));
    }
}
