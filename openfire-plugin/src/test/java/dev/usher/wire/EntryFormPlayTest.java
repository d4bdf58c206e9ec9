package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.desk.ChatPage;
import dev.usher.desk.EntryField;
import dev.usher.desk.EntryField.Kind;
import dev.usher.desk.EntryField.Option;
import dev.usher.desk.EntryField.Validation;
import dev.usher.desk.EntryForm;
import dev.usher.desk.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the admin has set a form, it is what customers are asked and what their answers have to be. */
class EntryFormPlayTest {
    /** What is asked and answered here, for ContractTest. */
    static final List<String> EXAMPLES = List.of(
            "form-own-result",
            "form-own-german-get",
            "form-own-german-result",
            "join-queue-own",
            "join-queue-own-wrong",
            "join-queue-own-wrong-refused",
            "join-queue-own-missing-refused");

    private final Play play = new Play();
    private final Player juliet = play.viola;

    private static EntryField text(String name, Kind kind, String label, boolean isRequired, Validation validation) {
        return new EntryField(name, kind, label, "", isRequired, List.of(), List.of(), Optional.ofNullable(validation));
    }

    private static EntryForm form(String title, String topic) {
        return new EntryForm(
                title,
                "Please tell us a little.",
                List.of(
                        EntryField.username(),
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
                                "topic",
                                Kind.LIST_SINGLE,
                                topic,
                                "Choose one.",
                                true,
                                List.of("repair"),
                                List.of(new Option("Repair", "repair"), new Option("Something else", "other")),
                                Optional.empty()),
                        text("email", Kind.TEXT_SINGLE, "E-mail", false, Validation.email()),
                        text("size", Kind.TEXT_SINGLE, "Size", false, new Validation("xs:integer", "1", "9", "")),
                        text("since", Kind.TEXT_SINGLE, "Since", false, new Validation("xs:date", "", "", ""))));
    }

    @BeforeEach
    void theAdminHasSetAForm() {
        play.page = new ChatPage(
                Map.of("", form("", "What is it about?"), "de", form("Wie können wir helfen?", "Worum geht es?")),
                Map.of(),
                List.of(),
                Theme.PLAIN,
                Optional.empty(),
                false);
    }

    private static String asJuliet(String example) {
        return Examples.text(example).replace("romeo@example.org/balcony", "juliet@example.org/chapel");
    }

    private static String inJoin(String example) {
        return asJuliet(example).replace("workgroup-form", "join-queue").replace(Namespaces.JIVE, Namespaces.WORKGROUP);
    }

    @Test
    void itIsTheFormOfTheWorkgroupByEitherWay() {
        juliet.says(asJuliet("form-get"));
        juliet.receives("form-own-result");
        juliet.says(inJoin("form-get"));
        juliet.receivesStanzas(inJoin("form-own-result"));
    }

    @Test
    void itIsInTheLanguageOfWhoAsks() {
        juliet.sends("form-own-german-get");
        juliet.receives("form-own-german-result");
    }

    @Test
    void whoAnswersItIsInTheLine() {
        play.nurse.sends("agent-online");
        juliet.sends("join-queue-own");
        juliet.receivesStanzas(asJuliet("join-queue-result"), asJuliet("queue-status"));
    }

    @Test
    void whoAnswersWrongIsToldWhereAndMayTryAgain() {
        play.nurse.sends("agent-online");
        play.nurse.forgets();

        juliet.sends("join-queue-own-wrong");
        juliet.receives("join-queue-own-wrong-refused");
        play.nurse.receivesNothing();
        juliet.sends("join-queue-own");
        juliet.receivesStanzas(asJuliet("join-queue-result"), asJuliet("queue-status"));
    }

    @Test
    void whoLeavesOutWhatIsRequiredIsToldSo() {
        play.nurse.sends("agent-online");
        juliet.says(asJuliet("join-queue"));
        juliet.receives("join-queue-own-missing-refused");
    }

    @Test
    void whatTheFormDoesNotKnowIsPassedOn() {
        play.nurse.sends("agent-online");
        play.nurse.forgets();
        juliet.says(Examples.text("join-queue-own")
                .replace("</x>", "<field var='page'><value>https://shop.example/</value></field></x>"));
        juliet.receivesStanzas(asJuliet("join-queue-result"), asJuliet("queue-status"));
        assertTrue(play.nurse.takes().get(0).contains("https://shop.example/"));
    }

    @Test
    void otherWorkgroupsAndThoseWithoutAFormTakeWhateverIsAnswered() {
        play.page = ChatPage.PLAIN;
        play.nurse.sends("agent-online");
        juliet.says(Examples.text("join-queue-own-wrong").replace("'j2'", "'j1'"));
        juliet.receivesStanzas(asJuliet("join-queue-result"), asJuliet("queue-status"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topic | sale       | Please choose one of the answers that \"What is it about?\" offers.",
                "size  | seven      | Please write a number as the answer to \"Size\".",
                "size  | 10         | The answer to \"Size\" has to be from 1 to 9.",
                "since | yesterday  | Please write a date such as 2026-12-31 as the answer to \"Since\".",
                "username |          | Please answer \"Name\": it is required."
            })
    void theSentenceNamesTheField(String asked, String bad, String sentence) {
        play.nurse.sends("agent-online");
        juliet.says("<iq type='set' id='j2' from='juliet@example.org/chapel' to='demo@workgroup.example.org'>"
                + "<join-queue xmlns='http://jabber.org/protocol/workgroup'><x xmlns='jabber:x:data' type='submit'>"
                + answer("username", "Romeo", asked, bad) + answer("topic", "other", asked, bad)
                + answer("size", "7", asked, bad) + answer("since", "2026-01-01", asked, bad)
                + "</x></join-queue></iq>");
        juliet.receivesStanzas(Examples.text("join-queue-own-wrong-refused")
                .replaceFirst("(<text [^>]*>)[^<]*", "$1" + sentence)
                .replace("var='email'", "var='" + asked + "'"));
    }

    private static String answer(String field, String good, String asked, String bad) {
        var value = field.equals(asked) ? bad == null ? "" : bad : good;
        return "<field var='" + field + "'><value>" + value + "</value></field>";
    }
}
