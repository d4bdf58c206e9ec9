package dev.usher.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.MemoryPersonalMacros;
import dev.usher.desk.PersonalMacros;
import dev.usher.desk.StoreException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every place for personal macros promises. */
class PersonalMacrosTest {
    private static final String NURSE = "nurse@example.org";
    private static final String FRIAR = "friar@example.org";

    /** One place, empty. */
    private record Place(PersonalMacros macros, Runnable vanish, Runnable comeBack) {
        static Place memory() {
            var memory = new MemoryPersonalMacros();
            return new Place(memory, memory::vanish, memory::comeBack);
        }

        static Place in(Database database) {
            database.clear();
            return new Place(new JdbcPersonalMacros(database), database::stop, database::restart);
        }
    }

    static Stream<Named<Supplier<Place>>> places() {
        return Stream.of(
                Named.of("memory", Place::memory),
                Named.of("H2 on 4.2", () -> Place.in(Databases.H2_ON_4_2.get())),
                Named.of("H2 on 5", () -> Place.in(Databases.H2_ON_5.get())),
                Named.of("HSQLDB", () -> Place.in(Databases.HSQLDB.get())),
                Named.of("PostgreSQL", () -> Place.in(Databases.POSTGRESQL.get())),
                Named.of("MariaDB", () -> Place.in(Databases.MARIADB.get())),
                Named.of("MariaDB by MySQL", () -> Place.in(Databases.MARIADB_BY_MYSQL.get())),
                Named.of("like Oracle", () -> Place.in(Databases.LIKE_ORACLE.get())),
                Named.of("like SQL Server", () -> Place.in(Databases.LIKE_SQL_SERVER.get())));
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatWasSavedLastIsFoundLetterByLetter(Supplier<Place> place) {
        var macros = place.get().macros();
        assertEquals(Optional.empty(), macros.find("sales", NURSE));

        macros.save("sales", NURSE, "<macrogroup/>");
        var everything =
                "<macrogroup>\r\n\t it's \"\\' \u0000 \uD83D\uDE00 \uD83D \u05D0" + "\u00E9".repeat(40_000) + " ";
        macros.save("sales", NURSE, everything);

        assertEquals(Optional.of(everything), macros.find("sales", NURSE));
    }

    @ParameterizedTest
    @MethodSource("places")
    void eachAgentHasTheirOwnInEachWorkgroup(Supplier<Place> place) {
        var macros = place.get().macros();
        macros.save("sales", NURSE, "one");
        macros.save("Sales", NURSE, "two");
        macros.save("sales", FRIAR, "three");
        var longest = "n".repeat(1_023) + "@" + "d".repeat(1_023);
        macros.save("sales", longest + "1", "four");
        macros.save("sales", longest + "2", "five");

        assertEquals(Optional.of("one"), macros.find("sales", NURSE));
        assertEquals(Optional.of("two"), macros.find("Sales", NURSE));
        assertEquals(Optional.of("three"), macros.find("sales", FRIAR));
        assertEquals(Optional.of("four"), macros.find("sales", longest + "1"));
        assertEquals(Optional.of("five"), macros.find("sales", longest + "2"));
        assertEquals(Optional.empty(), macros.find("help", NURSE));
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatCannotBeStoredIsSaidAndWhatWasThereStays(Supplier<Place> place) {
        var ready = place.get();
        ready.macros().save("sales", NURSE, "one");

        ready.vanish().run();
        try {
            assertThrows(StoreException.class, () -> ready.macros().save("sales", NURSE, "two"));
            assertThrows(StoreException.class, () -> ready.macros().find("sales", NURSE));
        } finally {
            ready.comeBack().run();
        }

        assertEquals(Optional.of("one"), ready.macros().find("sales", NURSE));
    }
}
