package dev.usher.openfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.EntryField;
import dev.usher.desk.EntryField.Kind;
import dev.usher.desk.EntryField.Option;
import dev.usher.desk.EntryField.Validation;
import dev.usher.desk.EntryForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin's lines are read as. */
class EntryFormTextTest {
    private static PropertyScope scope(String... lines) {
        return new PropertyScope(new PropertySheet().with("form", String.join("\n", lines)), "", Set.of("form"));
    }

    private static EntryForm sound(String... lines) {
        var scope = scope(lines);
        var form = new EntryFormText(scope, "form").read().orElseThrow();
        assertEquals(List.of(), scope.problems());
        return form;
    }

    /** The one field that a line makes. */
    private static EntryField field(String line) {
        return sound("username = Name", line).fields().get(1);
    }

    private static EntryField text(String name, String label, Optional<Validation> validation) {
        return new EntryField(name, Kind.TEXT_SINGLE, label, "", false, List.of(), List.of(), validation);
    }

    private static String why(String... lines) {
        var scope = scope(lines);
        new EntryFormText(scope, "form").read();
        assertThat(scope.problems()).hasSize(1);
        assertEquals("the line is left out", scope.problems().get(0).instead());
        return scope.problems().get(0).why();
    }

    @Test
    void aFormIsItsLinesInTheirOrder() {
        var form = sound(
                "title: How can we help?",
                "",
                "instructions: We answer soon.\\nReally.",
                "username = Your name; required",
                "text: About your order",
                "news = Send me news; yes or no; default yes; help Once a month\\; really",
                "question = Your question;long text;");

        assertEquals(
                new EntryForm(
                        "How can we help?",
                        "We answer soon.\nReally.",
                        List.of(
                                new EntryField(
                                        "username",
                                        Kind.TEXT_SINGLE,
                                        "Your name",
                                        "",
                                        true,
                                        List.of(),
                                        List.of(),
                                        Optional.empty()),
                                new EntryField(
                                        "text-1",
                                        Kind.FIXED,
                                        "",
                                        "",
                                        false,
                                        List.of("About your order"),
                                        List.of(),
                                        Optional.empty()),
                                new EntryField(
                                        "news",
                                        Kind.BOOLEAN,
                                        "Send me news",
                                        "Once a month; really",
                                        false,
                                        List.of("1"),
                                        List.of(),
                                        Optional.empty()),
                                new EntryField(
                                        "question",
                                        Kind.TEXT_MULTI,
                                        "Your question",
                                        "",
                                        false,
                                        List.of(),
                                        List.of(),
                                        Optional.empty()))),
                form);
    }

    @Test
    void whoTheCustomerIsIsAskedWhateverTheForm() {
        assertEquals(
                List.of(EntryField.username(), text("topic", "What is it about?", Optional.empty())),
                sound("topic = What is it about?").fields());
    }

    @Test
    void whereThereIsNoFieldThereIsNoForm() {
        assertEquals(Optional.empty(), new EntryFormText(scope(""), "form").read());
        assertEquals(Optional.empty(), new EntryFormText(scope("title: Hello"), "form").read());
    }

    @ParameterizedTest
    @CsvSource({
        "text, text-single",
        "long text, text-multi",
        "secret, text-private",
        "yes or no, boolean",
        "hidden, hidden",
        "address, jid-single",
        "addresses, jid-multi"
    })
    void aWordSaysWhatIsAsked(String word, String type) {
        assertEquals(type, field("x = X; " + word).kind().word());
    }

    @Test
    void choicesHaveALabelAndPerhapsAValueOfTheirOwn() {
        assertEquals(
                new EntryField(
                        "topic",
                        Kind.LIST_MULTI,
                        "Topics; all of them",
                        "As many | as you like",
                        true,
                        List.of("r", "Other = else"),
                        List.of(
                                new Option("Delivery", "Delivery"),
                                new Option("Repair", "r"),
                                new Option("Other = else", "Other = else")),
                        Optional.empty()),
                field("topic = Topics\\; all of them; any of Delivery | Repair = r | Other \\= else; required;"
                        + " default Repair | Other \\= else; help As many \\| as you like"));
        assertEquals(
                List.of("r"),
                field("topic = T; one of Repair = r | Other; default r").values());
    }

    @ParameterizedTest
    @CsvSource({
        "number, xs:integer, '', ''",
        "number 1 to 9, xs:integer, 1, 9",
        "number from -5, xs:integer, -5, ''",
        "number to 9, xs:integer, '', 9",
        "decimal 0.5 to 9.5, xs:decimal, 0.5, 9.5",
        "date, xs:date, '', ''",
        "date 2026-01-01 to 2026-12-31, xs:date, 2026-01-01, 2026-12-31"
    })
    void numbersAndDatesMayHaveARange(String words, String datatype, String min, String max) {
        assertEquals(text("x", "X", Optional.of(new Validation(datatype, min, max, ""))), field("x = X; " + words));
    }

    @Test
    void eMailAndPhoneAreChecked() {
        assertEquals(Optional.of(Validation.email()), field("x = X; e-mail").validation());
        assertEquals(
                Optional.of(Validation.phone()), field("x = X; phone; required").validation());
    }

    @Test
    void aPatternStandsLastAndIsTakenAsItIs() {
        assertEquals(
                new EntryField(
                        "plate",
                        Kind.TEXT_SINGLE,
                        "Plate",
                        "As on the car",
                        true,
                        List.of(),
                        List.of(),
                        Optional.of(new Validation("xs:string", "", "", "[A-Z]{1,3}-\\d+(;|=)?"))),
                field("plate = Plate; required; help As on the car; matches [A-Z]{1,3}-\\d+(;|=)?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic",
                "topic: What is it about?",
                "two words = Topic",
                "topic =",
                "topic = ; required",
                "topic = T; requierd",
                "topic = T; number; date",
                "topic = T; number 9 to 1",
                "topic = T; number 1 to x",
                "topic = T; number between 1 and 9",
                "topic = T; date 1.1.2026",
                "topic = T; date 2026-12-31 to 2026-01-01",
                "topic = T; one of A | A",
                "topic = T; one of A | | B",
                "topic = T; one of A | B; default C",
                "topic = T; yes or no; default maybe",
                "topic = T; matches [a-",
                "topic = T; number; matches [0-9]+",
                "topic = T; long text; matches [0-9]+",
                "topic = T\u0001",
                "topic = T\u202e"
            })
    void whatCannotBeReadIsReportedWithTheNumberOfItsLine(String line) {
        assertThat(why("username = Name", line)).startsWith("in line 2 ");
    }

    @Test
    void aNameIsThereOnce() {
        assertEquals("in line 2 has a name that is there already; give it another one", why("topic = A", "topic = B"));
    }

    @Test
    void aFormIsNoLongerThanWhatAJoinMayAnswer() {
        var lines = new String[41];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "field" + i + " = Field";
        }
        var scope = scope(lines);

        assertEquals(
                40,
                new EntryFormText(scope, "form").read().orElseThrow().fields().size());
        assertThat(scope.problems()).hasSize(2);
    }
}
