package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.JournalPart;
import dev.usher.desk.VisitStore.Entry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people's clients tell each other without a word: it passes through the channel and is written down nowhere. */
class TalkingPlayTest {
    private final Play play = new Play();

    @BeforeEach
    void nurseServesRomeo() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        forget();
    }

    private void forget() {
        play.nurse.forgets();
        play.friar.forgets();
        play.romeo.forgets();
        play.rooms.heard.clear();
    }

    private List<String> said() {
        return play.store.journal(play.visit(), 0, 1_000).stream()
                .filter(JournalPart.SPEECH::has)
                .map(Entry::what)
                .toList();
    }

    /** The first element of each stanza that has come. */
    private static List<String> heard(Player player) {
        return player.takes().stream()
                .map(stanza -> stanza.lines().skip(1).findFirst().orElse(""))
                .map(line -> line.replaceAll(".*}(\\w+).*", "$1"))
                .toList();
    }

    @Test
    void thatSomebodyIsWritingIsToldToTheOthersAndIsNotInTheJournal() {
        play.romeo.sends("typing-composing").sends("typing-paused").sends("typing-active");
        assertEquals(List.of("composing", "paused", "active"), heard(play.nurse));
        forget();

        play.nurse.sends("typing-by-agent");

        play.romeo.receives("typing-shown");
        assertEquals(List.of(), play.rooms.heard);
        assertEquals(List.of(), said());
    }

    @Test
    void whatIsSaidIsInTheJournalAsItsTextAlone() {
        play.romeo.sends("channel-say");

        assertEquals(List.of("It is the east."), said());
        assertEquals(List.of("body"), heard(play.nurse));
    }

    @Test
    void thatTheAgentHasSeenALineIsToldToTheCustomerAndIsNotInTheJournal() {
        play.nurse.sends("seen-by-agent");

        play.romeo.receives("seen-shown");
        assertEquals(List.of(), said());
    }

    @Test
    void thatSomebodyWhoOnlyLooksInHasSeenALineIsNotTakenForTheAgent() {
        var again = new Play();
        again.friar.sends("agent-online");
        again.romeo.sends("join-queue");
        again.friar.sends("offer-accept").enters();
        again.romeo.enters();
        again.nurse.sends("monitor-make-owner").enters();
        again.romeo.forgets();

        again.nurse.sends("seen-by-agent");
        again.romeo.receivesNothing();
        again.nurse.speaks("Hark!");
        assertEquals(List.of("body"), heard(again.romeo));
        again.friar.sends("seen-by-agent");
        assertEquals(List.of("displayed"), heard(again.romeo));
    }
}
