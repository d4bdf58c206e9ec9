package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nurse serves Romeo. Whatever an agent may do there, nobody else may; they learn nothing, and nobody is disturbed. */
class NobodyElseMayTest {
    private static final String NURSE = "nurse@example.org/chamber";

    private static final List<String> DEEDS = List.of(
            "agent-online",
            "wish",
            "staff-get",
            "offer-accept",
            "offer-reject",
            "transfer-to-agent",
            "transfer-to-queue",
            "invite-workgroup",
            "drive",
            "macros-get",
            "macros-personal-get",
            "macros-personal-save",
            "own-name-get",
            "own-name-set",
            "occupants-info-get",
            "monitor-get",
            "monitor-make-owner",
            "adhoc-join",
            "adhoc-go",
            "adhoc-go-submit",
            "adhoc-cancel",
            "adhoc-who",
            "adhoc-end",
            "transcripts-get",
            "transcript-get",
            "chat-notes-get",
            "chat-notes-set",
            "chat-metadata-get",
            "chat-sessions-get");

    /** An agent of another workgroup, the customer, another customer, an anonymous user, a user of another server. */
    private static final List<String> OTHERS = List.of(
            "peter@example.org/hall",
            "romeo@example.org/balcony",
            "juliet@example.org/chapel",
            "7f3a@example.org/7f3a",
            "tybalt@elsewhere.example/street");

    private final Play play = new Play();

    static Stream<Arguments> cases() {
        return DEEDS.stream().flatMap(deed -> OTHERS.stream().map(who -> Arguments.of(deed, who)));
    }

    @BeforeEach
    void nurseServesRomeo() {
        play.nurse.sends("agent-online");
        play.romeo.sends("join-queue");
        play.nurse.sends("offer-accept").enters();
        play.romeo.enters();
        play.nurse.forgets();
        play.romeo.forgets();
        play.rooms.heard.clear();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(String deed, String who) {
        var other = play.enters(who, NURSE);

        other.sends(deed);

        assertEquals(1, other.count("error"), "refusals");
        assertEquals(1, other.count(deed.equals("agent-online") || deed.equals("wish") ? "presence" : "iq"), "stanzas");
        play.nurse.receivesNothing();
        assertEquals(List.of(), play.rooms.heard);
        assertEquals(0, play.macros.size());
    }

    /** A visit that is not yours and a visit that does not exist get the same answer. */
    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedAsIfItWereNotThere(String deed, String who) {
        var other = play.enters(who, NURSE);
        other.sends(deed);
        var there = other.takes();

        other.says(Examples.text(deed).replace(Examples.VISIT.value(), "00000000000000000000000000"));

        assertEquals(there, other.takes());
    }

    /** A workgroup that does not exist is like one in which you are no agent. */
    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedAsByAWorkgroupThatDoesNotExist(String deed, String who) {
        var other = play.enters(who, NURSE);
        other.sends(deed);
        var there = other.takes();

        other.says(Examples.text(deed).replace("demo@", "nowhere@"));

        assertEquals(
                there,
                other.takes().stream()
                        .map(stanza -> stanza.replace("nowhere@", "demo@"))
                        .toList());
    }
}
