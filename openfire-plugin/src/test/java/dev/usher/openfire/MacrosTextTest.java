package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.Macro;
import dev.usher.desk.MacroGroup;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin writes, one macro a line. */
class MacrosTextTest {
    private static final String EXAMPLE = "Greetings / Hello = Hello, how can I help you?";

    private static SettingsReading read(String macros) {
        var sheet = new PropertySheet("usher.workgroups = sales").with("usher.workgroup.sales.macros", macros);
        return new SettingsReader(sheet, group -> Set.of(), "example.org", ZoneOffset.UTC).read("sales");
    }

    private static MacroGroup group(String title, List<Macro> macros, MacroGroup... groups) {
        return new MacroGroup(title, macros, List.of(groups));
    }

    @Test
    void groupsAndMacrosKeepTheirOrder() {
        var reading = read(
                "Bye = Goodbye.\r\n\n" + EXAMPLE
                        + "\nPrices / Phones / X1 = It costs 5 = 3 + 2.\n  Greetings/Morning=Good morning!\nGreetings /\tNight = Night.");

        assertEquals(List.of(), reading.problems());
        assertEquals(
                Optional.of(group(
                        "Sales",
                        List.of(new Macro("Bye", "Goodbye."), new Macro("Greetings/Morning", "Good morning!")),
                        group(
                                "Greetings",
                                List.of(
                                        new Macro("Hello", "Hello, how can I help you?"),
                                        new Macro("Night", "Night."))),
                        group("Prices", List.of(), group("Phones", List.of(new Macro("X1", "It costs 5 = 3 + 2.")))))),
                reading.macros());
    }

    @Test
    void aTextMayHaveSeveralLines() {
        assertEquals(
                List.of(new Macro("Address", "Main Street 1\nC:\\new \\x\\")),
                read("Address = Main Street 1\\nC:\\\\new \\x\\")
                        .macros()
                        .orElseThrow()
                        .macros());
    }

    @Test
    void nothingIsNoMacros() {
        assertEquals(Optional.empty(), read(" \n ").macros());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, how can I help you?|has no = between the title and the text, as in " + EXAMPLE,
                "= Hello|has no title, or a group without a name, before the =, as in " + EXAMPLE,
                "Greetings / = Hello|has no title, or a group without a name, before the =, as in " + EXAMPLE,
                "/ Hello = Hello|has no title, or a group without a name, before the =, as in " + EXAMPLE,
                "Hello =|has no text after the =, as in " + EXAMPLE,
                "a / b / c / d / e / f = g|has more than 4 groups in each other; write fewer of them",
                "Bye = So long.|has a title that is there already in this group; give it another one"
            })
    void aLineThatCannotBeReadIsNamedAndTheOthersWork(String line, String why) {
        var reading = read("Bye = Goodbye.\n" + line + "\nAgain = Once more, please.");

        assertEquals(
                List.of(new SettingsProblem(
                        "usher.workgroup.sales.macros", line, "in line 2 " + why, "the line is left out")),
                reading.problems());
        assertEquals(
                Optional.of(group(
                        "Sales", List.of(new Macro("Bye", "Goodbye."), new Macro("Again", "Once more, please.")))),
                reading.macros());
    }

    @Test
    void whatNoStanzaCanCarryIsLeftOut() {
        assertEquals(
                List.of(
                        "in line 1 has a letter that cannot be sent; write the line again by hand",
                        "in line 2 has a letter that cannot be sent; write the line again by hand"),
                read("A = a\u0001b\nB = \uD83D\nC = \uD83D\uDE00").problems().stream()
                        .map(SettingsProblem::why)
                        .toList());
    }
}
