package dev.usher.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.usher.desk.EntryFault.Why;
import dev.usher.desk.EntryField.Kind;
import dev.usher.desk.EntryField.Option;
import dev.usher.desk.EntryField.Validation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers a form allows. */
class EntryFormTest {
    private static EntryField field(Kind kind, boolean isRequired, Validation validation) {
        var options = List.of(new Option("Red", "r"), new Option("Blue", "b"));
        return new EntryField("x", kind, "X", "", isRequired, List.of(), options, Optional.ofNullable(validation));
    }

    private static Optional<Why> why(EntryField field, String... values) {
        var form = new EntryForm("", "", List.of(field));
        return form.fault(Map.of("x", List.of(values), "unknown", List.of("!"))).map(EntryFault::why);
    }

    @Test
    void whatIsRequiredIsAnsweredByMoreThanBlanks() {
        var asked = field(Kind.TEXT_SINGLE, true, null);
        assertEquals(
                Optional.of(new EntryFault(asked, Why.MISSING)), new EntryForm("", "", List.of(asked)).fault(Map.of()));
        assertEquals(Optional.of(Why.MISSING), why(asked, " ", ""));
        assertEquals(Optional.empty(), why(asked, "yes"));
        assertEquals(Optional.of(Why.MISSING), why(field(Kind.BOOLEAN, true, null), "0"));
        assertEquals(Optional.empty(), why(field(Kind.BOOLEAN, true, null), "true"));
        assertEquals(Optional.empty(), why(field(Kind.BOOLEAN, false, null), "false"));
        assertEquals(Optional.of(Why.NOT_YES_OR_NO), why(field(Kind.BOOLEAN, false, null), "yes"));
    }

    @Test
    void whatIsNotAskedOfTheCustomerIsNotChecked() {
        assertEquals(Optional.empty(), why(field(Kind.HIDDEN, true, null)));
        assertEquals(Optional.empty(), why(field(Kind.FIXED, true, null), "anything"));
    }

    @Test
    void onlyWhatIsOfferedCanBeChosen() {
        assertEquals(Optional.empty(), why(field(Kind.LIST_SINGLE, true, null), "r"));
        assertEquals(Optional.of(Why.NO_OPTION), why(field(Kind.LIST_SINGLE, true, null), "Red"));
        assertEquals(Optional.of(Why.TOO_MANY), why(field(Kind.LIST_SINGLE, true, null), "r", "b"));
        assertEquals(Optional.empty(), why(field(Kind.LIST_MULTI, true, null), "r", "b"));
        assertEquals(Optional.of(Why.NO_OPTION), why(field(Kind.LIST_MULTI, true, null), "r", "g"));
    }

    @Test
    void aLineIsNoLongerThanAThousandLetters() {
        assertEquals(Optional.of(Why.TOO_LONG), why(field(Kind.TEXT_SINGLE, false, null), "x".repeat(1_001)));
        assertEquals(Optional.empty(), why(field(Kind.TEXT_SINGLE, false, null), "x".repeat(1_000)));
        assertEquals(Optional.empty(), why(field(Kind.TEXT_MULTI, false, null), "x".repeat(1_001), "y"));
    }

    @ParameterizedTest
    @CsvSource({
        "xs:integer, 1, 9, 1,",
        "xs:integer, 1, 9, 09,",
        "xs:integer, 1, 9, ' 5 ',",
        "xs:integer, 1, 9, 10, OUT_OF_RANGE",
        "xs:integer, 1, 9, 0, OUT_OF_RANGE",
        "xs:integer, 1, 9, 1.5, NO_NUMBER",
        "xs:integer, 1, 9, 1e3, NO_NUMBER",
        "xs:integer, '', '', -3,",
        "xs:decimal, 0.5, '', 0.49, OUT_OF_RANGE",
        "xs:decimal, 0.5, '', 12345.5,",
        "xs:decimal, '', '', five, NO_NUMBER",
        "xs:date, 2026-01-01, 2026-12-31, 2026-02-28,",
        "xs:date, 2026-01-01, 2026-12-31, 2026-02-30, NO_DATE",
        "xs:date, 2026-01-01, 2026-12-31, 2027-01-01, OUT_OF_RANGE",
        "xs:date, 2026-01-01, 2026-12-31, 1.2.2026, NO_DATE"
    })
    void numbersAndDatesAreWhatTheyAreAndInTheirRange(String datatype, String min, String max, String answer, Why why) {
        assertEquals(
                Optional.ofNullable(why),
                why(field(Kind.TEXT_SINGLE, true, new Validation(datatype, min, max, "")), answer));
    }

    @ParameterizedTest
    @CsvSource({
        "romeo@example.org,",
        "romeo+balcony@例え.jp,",
        "romeo, NO_EMAIL",
        "romeo @example.org, NO_EMAIL",
        "romeo@example.org@, NO_EMAIL"
    })
    void anEMailAddressLooksLikeOne(String answer, Why why) {
        assertEquals(Optional.ofNullable(why), why(field(Kind.TEXT_SINGLE, true, Validation.email()), answer));
    }

    @ParameterizedTest
    @CsvSource({"+49 (0)30 123/456-7,", "12345,", "1234, NO_PHONE", "call me, NO_PHONE"})
    void aTelephoneNumberLooksLikeOne(String answer, Why why) {
        assertEquals(Optional.ofNullable(why), why(field(Kind.TEXT_SINGLE, true, Validation.phone()), answer));
    }

    @Test
    void aPatternIsMatchedByTheWholeAnswer() {
        var plate = field(Kind.TEXT_SINGLE, true, new Validation("xs:string", "", "", "[A-Z]{1,3}-[0-9]+"));
        assertEquals(Optional.empty(), why(plate, "MON-7"));
        assertEquals(Optional.of(Why.NO_MATCH), why(plate, "see MON-7"));
    }

    @Test
    void aPatternThatWouldTakeForEverKeepsNobodyWaiting() {
        var slow = field(Kind.TEXT_SINGLE, true, new Validation("xs:string", "", "", "(a|aa|a?)+(a*)*$"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertEquals(Optional.empty(), why(slow, "a".repeat(900) + "!")));
    }

    @Test
    void anAddressIsOneOfXmpp() {
        assertEquals(Optional.empty(), why(field(Kind.JID_SINGLE, true, null), "romeo@example.org/balcony"));
        assertEquals(Optional.of(Why.NO_ADDRESS), why(field(Kind.JID_MULTI, true, null), "a@b", "a@b@c"));
    }

    @Test
    void answersAreGoodIfTheFormOfOneLanguageAllowsThem() {
        var english = new EntryForm("", "", List.of(field(Kind.LIST_SINGLE, true, null)));
        var german = new EntryForm(
                "",
                "",
                List.of(new EntryField(
                        "x",
                        Kind.LIST_SINGLE,
                        "Farbe",
                        "",
                        true,
                        List.of(),
                        List.of(new Option("Rot", "rot")),
                        Optional.empty())));
        var page = new ChatPage(
                Map.of("", english, "de", german), Map.of(), List.of(), Theme.PLAIN, Optional.empty(), false);

        assertEquals(Optional.empty(), page.fault("", Map.of("x", List.of("rot"))));
        assertEquals(
                "Farbe",
                page.fault("de", Map.of("x", List.of("g")))
                        .orElseThrow()
                        .field()
                        .label());
        assertEquals("X", page.fault("fr", Map.of()).orElseThrow().field().label());
        assertEquals(Optional.empty(), ChatPage.PLAIN.fault("", Map.of()));
    }
}
