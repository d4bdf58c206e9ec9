package dev.usher.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One field of the form that customers fill in before a visit (XEP-0004 §3.2).
 *
 * @param name its {@code var}: never blank
 * @param label what the customer reads; empty where the page or client has a word of its own
 * @param help a sentence more; empty for none
 * @param values what is filled in already, or what a fixed text says
 */
public record EntryField(
        String name,
        Kind kind,
        String label,
        String help,
        boolean isRequired,
        List<String> values,
        List<Option> options,
        Optional<Validation> validation) {
    /** The field that every form has: who the customer is. */
    public static final String USERNAME = "username";

    /** The types of XEP-0004 §3.3. */
    public enum Kind {
        BOOLEAN,
        FIXED,
        HIDDEN,
        JID_MULTI,
        JID_SINGLE,
        LIST_MULTI,
        LIST_SINGLE,
        TEXT_MULTI,
        TEXT_PRIVATE,
        TEXT_SINGLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isMulti() {
            return this == JID_MULTI || this == LIST_MULTI || this == TEXT_MULTI;
        }

        boolean isList() {
            return this == LIST_MULTI || this == LIST_SINGLE;
        }
    }

    /** One answer to choose. */
    public record Option(String label, String value) {}

    /**
     * What an answer has to be (XEP-0122).
     *
     * @param datatype one of {@code xs:string}, {@code xs:integer}, {@code xs:decimal}, {@code xs:date}, {@code x:email}
     *     and {@code x:phone}; the last two are not registered, and plain text for who does not know them
     * @param min the least, empty for any
     * @param max the greatest, empty for any
     * @param regex what the whole answer has to match, empty for anything
     */
    public record Validation(String datatype, String min, String max, String regex) {
        public static Validation email() {
            return new Validation("x:email", "", "", "[^\\s@]+@[^\\s@]+");
        }

        public static Validation phone() {
            // Escaped so that browsers take it as well, whose patterns are stricter (the flag v).
            return new Validation("x:phone", "", "", "\\+?[0-9 \\(\\)\\/\\.\\-]{5,40}");
        }
    }

    public EntryField {
        values = List.copyOf(values);
        options = List.copyOf(options);
    }

    /** As it is added to a form that does not ask who the customer is. */
    public static EntryField username() {
        return new EntryField(USERNAME, Kind.TEXT_SINGLE, "", "", true, List.of(), List.of(), Optional.empty());
    }
}
