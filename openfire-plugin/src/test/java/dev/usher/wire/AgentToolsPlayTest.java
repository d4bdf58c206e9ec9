package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.Logs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent's client asks besides, while Nurse serves Romeo: macros, names, who is in the room. */
class AgentToolsPlayTest {
    /** Each question with its answer. */
    static final List<List<String>> EXAMPLES = List.of(
            List.of("macros-get", "macros-result"),
            List.of("macros-personal-get", "macros-personal-none"),
            List.of("macros-personal-save", "macros-personal-saved"),
            List.of("own-name-get", "own-name-result"),
            List.of("own-name-set", "own-name-not-allowed"),
            List.of("occupants-info-get", "occupants-info-result"),
            List.of("chat-settings-get", "chat-settings-none"));

    /** Answers that need a scene of their own. */
    static final List<String> MORE_ANSWERS = List.of(
            "macros-personal-result",
            "macros-personal-unreadable",
            "macros-personal-too-long",
            "occupants-info-unknown");

    private final Play play = new Play();

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

    static Stream<List<String>> examples() {
        return EXAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isAnswered(List<String> example) {
        play.nurse.sends(example.get(0)).receives(example.get(1));

        play.romeo.receivesNothing();
        assertEquals(List.of(), play.rooms.heard);
    }

    /** The model in Nurse's request to save is replaced by this one. */
    private void nurseSaves(String model) {
        var example = Examples.text("macros-personal-save");
        var saved = example.substring(
                example.indexOf("<personalMacro>") + "<personalMacro>".length(), example.indexOf("</personalMacro>"));
        play.nurse.says(example.replace(
                saved, model.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }

    @Test
    void whatAnAgentSavesComesBackAsItWas() {
        play.nurse.sends("macros-personal-save").receives("macros-personal-saved");

        play.nurse.sends("macros-personal-get").receives("macros-personal-result");
    }

    @Test
    void aDeclarationBeforeTheMacrosIsNoHindrance() {
        nurseSaves("<?xml version='1.0' encoding='UTF-8'?>\n<macrogroup><title>Personal</title></macrogroup>");
        play.nurse.receives("macros-personal-saved");

        play.nurse.sends("macros-personal-get");

        var model = CanonicalXml.parse(
                MacroModel.asRead(play.macros.find("demo", "nurse@example.org").orElseThrow()));
        assertEquals("Personal", model.element("macrogroup").elementText("title"));
        assertThat(play.nurse.takes().get(0)).doesNotContain("?xml").contains("<macrogroup>");
    }

    @Test
    void nobodyReadsTheMacrosOfAnotherAgentOrWorkgroup() {
        play.nurse.sends("macros-personal-save").forgets();

        play.friar.sends("macros-personal-get").receives("macros-personal-none");
        var peter = play.enters("peter@example.org/hall", "nurse@example.org/chamber");
        peter.says(Examples.text("macros-personal-get").replace("demo@", "help@"));
        peter.receivesStanzas(Examples.text("macros-personal-none").replace("demo@", "help@"));
    }

    @Test
    void aWorkgroupWithoutMacrosSaysSo() {
        var peter = play.enters("peter@example.org/hall", "nurse@example.org/chamber");

        peter.says(Examples.text("macros-get").replace("demo@", "help@"));

        peter.receivesStanzas(Examples.text("macros-personal-none")
                .replace("id='m2'", "id='m1'")
                .replace("demo@", "help@"));
    }

    /** Smack writes what people type as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<macrogroup><title>Vows & oaths</title></macrogroup>",
                "<macrogroup><title>a<b</title></macrogroup>",
                "<macrogroup>",
                "<macrogroup/><macrogroup/>",
                "Hello",
                "<!DOCTYPE macrogroup [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><macrogroup>&x;</macrogroup>",
                "<!DOCTYPE macrogroup [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><macrogroup>&b;</macrogroup>",
                "<!DOCTYPE macrogroup><macrogroup/>",
                "<macrogroup>&undeclared;</macrogroup>"
            })
    void whatCannotBeReadAgainIsRefusedAndWhatWasSavedBeforeStays(String model) {
        play.nurse.sends("macros-personal-save").forgets();

        nurseSaves(model);

        play.nurse.receives("macros-personal-unreadable");
        play.nurse.sends("macros-personal-get").receives("macros-personal-result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<macros/>", "<html xmlns='http://www.w3.org/1999/xhtml'/>"})
    void whatIsNoGroupOfMacrosIsRefused(String model) {
        nurseSaves(model);

        assertThat(play.nurse.takes().get(0)).contains("bad-request").contains("The macros are no macrogroup.");
        assertEquals(0, play.macros.size());
    }

    @Test
    void groupsInGroupsHaveAnEnd() {
        nurseSaves("<macrogroup>".repeat(1_000) + "</macrogroup>".repeat(1_000));
        assertThat(play.nurse.takes().get(0)).contains("bad-request").contains("nested too deep");

        nurseSaves("<macrogroup>".repeat(20) + "</macrogroup>".repeat(20));
        play.nurse.receives("macros-personal-saved");
    }

    @Test
    void whatIsTooLongIsRefusedAndWhatWasSavedBeforeStays() {
        play.nurse.sends("macros-personal-save").forgets();
        int frame = "<macrogroup></macrogroup>".length();

        nurseSaves("<macrogroup>" + "\u00e9".repeat((MacroModel.MAX_BYTES - frame) / 2 + 1) + "</macrogroup>");

        play.nurse.receives("macros-personal-too-long");
        play.nurse.sends("macros-personal-get").receives("macros-personal-result");

        nurseSaves("<macrogroup>" + "x".repeat(MacroModel.MAX_BYTES - frame) + "</macrogroup>");
        play.nurse.receives("macros-personal-saved");
    }

    @Test
    void whatIsMissingIsSaid() {
        play.nurse.says(Examples.text("macros-personal-save").replaceFirst("<personalMacro>.*</personalMacro>", ""));

        assertThat(play.nurse.takes().get(0)).contains("bad-request").contains("personalMacro is empty");
    }

    @Test
    void theMacrosOfTheWorkgroupAreAnAdministrators() {
        play.nurse.says(Examples.text("macros-personal-save").replace("<personal>true</personal>", ""));

        assertThat(play.nurse.takes().get(0)).contains("not-allowed").contains("usher.workgroup.demo.macros");
        assertEquals(0, play.macros.size());
    }

    @Test
    void aStoreThatIsNotThereIsSaid() {
        play.macros.vanish();
        Logs.during(() -> play.nurse.sends("macros-personal-save"));

        assertThat(play.nurse.takes().get(0)).contains("internal-server-error");
        play.macros.comeBack();
        assertEquals(Optional.empty(), play.macros.find("demo", "nurse@example.org"));
    }

    @Test
    void whoIsRenamedOrShowsSomethingNewHasBeenThereAllTheTime() {
        play.passes(60);
        play.romeo.renames("Montague");
        play.nurse.says("<presence from='nurse@example.org/chamber' to='" + Examples.VISIT.value()
                + "@conference.example.org/Nurse'><show>away</show></presence>");

        play.nurse.sends("occupants-info-get").receivesStanzas(renamed(Examples.text("occupants-info-result")));
    }

    private static String renamed(String occupants) {
        var nurse = occupants.substring(
                occupants.indexOf("<occupant>"), occupants.indexOf("</occupant>") + "</occupant>".length());
        return occupants
                .replace(nurse, "")
                .replace("<nickname>Romeo</nickname>", "<nickname>Montague</nickname>")
                .replace("</occupants-info>", nurse + "</occupants-info>");
    }

    @Test
    void whoHasLeftIsNotThere() {
        play.friar.sends("agent-online");
        play.nurse.sends("transfer-to-agent");
        play.friar.sends("offer-accept").enters();
        play.nurse.forgets();
        play.friar.forgets();

        play.friar.sends("occupants-info-get");

        assertThat(play.friar.takes().get(0))
                .contains("Friar")
                .contains("Romeo")
                .doesNotContain("Nurse");
    }

    @Test
    void aVisitThatIsOverOrOfAnotherWorkgroupIsNotThere() {
        var peter = play.enters("peter@example.org/hall", "nurse@example.org/chamber");
        peter.says(Examples.text("occupants-info-get").replace("demo@", "help@"));
        peter.receivesStanzas(Examples.text("occupants-info-unknown").replace("demo@", "help@"));

        play.romeo.leaves();
        play.nurse.forgets();
        play.nurse.sends("occupants-info-get").receives("occupants-info-unknown");
    }

    @Test
    void theServiceItselfHasNoneOfIt() {
        for (var question : List.of("macros-get", "own-name-get", "occupants-info-get")) {
            play.nurse.says(Examples.text(question).replace("demo@", ""));
            assertThat(play.nurse.takes().get(0)).contains("service-unavailable");
        }
    }
}
