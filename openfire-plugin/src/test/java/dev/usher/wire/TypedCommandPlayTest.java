package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents type into the channel for the switch: done, answered to them alone, and never seen by the customer. */
class TypedCommandPlayTest {
    private final Play play = new Play();

    @BeforeEach
    void romeoTalksToNurse() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.nurse.forgets();
        play.romeo.forgets();
    }

    private static String whisper(String text) {
        return "<message type='chat' from='" + Examples.VISIT.value() + "@" + Examples.CONFERENCE
                + "/demo' to='nurse@example.org/chamber'><body>" + text
                + "</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>";
    }

    private void nurseAloneIsTold(String text) {
        play.nurse.receivesStanzas(whisper(text));
        play.romeo.receivesNothing();
    }

    @Test
    void goLeadsTheBrowser() {
        play.nurse.speaks("/go " + Examples.URL);

        assertEquals(1, play.romeo.count("drive"));
        play.romeo.forgets();
        play.nurse.speaks("/GO\t" + Examples.URL + "  ");
        assertEquals(1, play.romeo.count("drive"));
    }

    @Test
    void whatSparkPushesIsTheSame() {
        play.nurse.says("<message type='groupchat' from='nurse@example.org/chamber' to='" + Examples.VISIT.value() + "@"
                + Examples.CONFERENCE + "'><body>Start a Co-Browsing session</body>"
                + "<properties xmlns='http://www.jivesoftware.com/xmlns/xmpp/properties'><property><name>PUSH_URL</name>"
                + "<value type='string'>" + Examples.URL.replace("&", "&amp;")
                + "</value></property></properties></message>");

        assertEquals(1, play.romeo.count("drive"));
        assertEquals(1, play.romeo.count("message"));
    }

    private void nurseSendsAnAddress(String inner) {
        play.nurse.says("<message type='groupchat' from='nurse@example.org/chamber' to='" + Examples.VISIT.value() + "@"
                + Examples.CONFERENCE + "'>" + inner + "<x xmlns='jabber:x:oob'><url>"
                + Examples.URL.replace("&", "&amp;") + "</url></x></message>");
    }

    @Test
    void anAddressBesideTheTextIsTheSame() {
        nurseSendsAnAddress("<body>" + Examples.URL.replace("&", "&amp;") + "</body>");

        assertEquals(1, play.romeo.count("drive"));
        assertEquals(1, play.romeo.count("message"));
    }

    @Test
    void theTextBesideAnAddressIsNotLost() {
        nurseSendsAnAddress("<body>Look at this.</body>");

        assertEquals(1, play.romeo.count("drive"));
        assertEquals(2, play.romeo.count("message"));
        assertTrue(play.store.journal(play.visit(), 0, 100).stream()
                .anyMatch(entry -> entry.kind().equals("said") && entry.what().equals("Look at this.")));
    }

    @Test
    void goAllLeadsTheBrowsersOfAllVisits() {
        play.nurse.speaks("/go all " + Examples.URL);
        assertEquals(1, play.romeo.count("drive"));
        assertEquals(1, play.nurse.count("drive"), "the channel itself says so, and nothing else");
        assertEquals(1, play.nurse.count("message"));
        play.nurse.forgets();
        play.romeo.forgets();

        play.nurse.speaks("/go all");
        nurseAloneIsTold("This is not a complete web address. Write it out, beginning with https://");
    }

    @Test
    void anAddressThatIsRefusedIsExplainedToTheAgentAlone() {
        play.nurse.speaks("/go javascript:alert(1)");

        nurseAloneIsTold("Only http and https addresses can be opened.");
    }

    @Test
    void whatIsMistypedIsExplainedToTheAgentAlone() {
        play.nurse.speaks("/goto https://shop.example/");
        nurseAloneIsTold("There is no /goto. /help lists the commands.");

        play.nurse.speaks("/go");
        nurseAloneIsTold("/go needs an address, as in /go https://example.org/.");
    }

    @Test
    void helpListsAllOfThem() {
        play.nurse.speaks("/help");

        nurseAloneIsTold(Prompt.HELP);
        for (var word : new String[] {"go", "who", "invite", "transfer", "note", "tag", "end"}) {
            assertTrue(Prompt.HELP.contains("/" + word + " "), word);
        }
    }

    @Test
    void whoIsHere() {
        play.nurse.speaks("/who");

        nurseAloneIsTold("Here: Nurse, Romeo");
    }

    @Test
    void notesAndTagsAreWrittenDown() {
        play.nurse.speaks("/note In love, again.");
        nurseAloneIsTold("Written down.");
        play.nurse.speaks("/tag balcony");
        nurseAloneIsTold("Written down.");

        var journal = play.store.journal(play.visit(), 0, 100);
        assertTrue(journal.stream()
                .anyMatch(entry -> entry.kind().equals("note") && entry.what().equals("In love, again.")));
        assertTrue(journal.stream()
                .anyMatch(entry -> entry.kind().equals("tag") && entry.what().equals("balcony")));
        assertTrue(journal.stream().noneMatch(entry -> entry.kind().equals("said")));
    }

    @Test
    void anotherAgentIsAskedInOrHandedTheVisit() {
        play.friar.sends("agent-online").forgets();

        play.nurse.speaks("/transfer Friar\nHe knows about vows.");

        nurseAloneIsTold("Looking for friar.");
        assertEquals(1, play.friar.count("transfer"));
        play.nurse.speaks("/invite peter");
        nurseAloneIsTold("There is no such agent, queue or workgroup to hand the visit to.");
    }

    @Test
    void queuesAndWorkgroupsAreAskedToo() {
        play.nurse.speaks("/invite queue Vows");
        nurseAloneIsTold("There is no such agent, queue or workgroup to hand the visit to.");

        play.friar.sends("agent-online").forgets();
        play.nurse.speaks("/invite Queue Default Queue");
        nurseAloneIsTold("Looking for somebody of the queue Default Queue.");
    }

    @Test
    void theVisitIsEndedForBoth() {
        play.nurse.speaks("/end");
        play.passes(1);

        play.romeo.receives("channel-ended");
        assertTrue(play.rooms.areEmpty());
    }

    @Test
    void whatACustomerTypesIsSpeech() {
        play.romeo.speaks("/go https://evil.example/");

        assertEquals(1, play.nurse.count("message"));
        assertEquals(0, play.romeo.count("drive"));
    }

    @Test
    void whatIsNoCommandIsSpeech() {
        play.nurse.speaks("/usr/bin/java is the path, and/or so.");

        assertEquals(1, play.romeo.count("message"));
    }

    @Test
    void whoIsNotInTheChannelTypesInVain() {
        play.friar.sends("agent-online").forgets();

        play.friar.speaks("/end");

        play.romeo.forgets();
        play.passes(1);
        play.romeo.receivesNothing();
    }
}
