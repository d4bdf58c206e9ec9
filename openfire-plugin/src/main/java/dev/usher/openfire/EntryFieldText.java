package dev.usher.openfire;

import dev.usher.desk.EntryField;
import dev.usher.desk.EntryField.Kind;
import dev.usher.desk.EntryField.Option;
import dev.usher.desk.EntryField.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One field of the form: a label, and what is said of it, between semicolons. {@code \n} is a new line; {@code \;},
 * {@code \|}, {@code \=} and {@code \\} are the letters themselves. Used once.
 */
final class EntryFieldText {
    private static final int LONGEST_PATTERN = 500;
    private static final Pattern PARTS = Pattern.compile("(?<!\\\\);");
    private static final Pattern CHOICES = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern EQUALS = Pattern.compile("(?<!\\\\)=");
    /** It stands last, and nothing in it is escaped: patterns are full of such letters. */
    private static final Pattern MATCHES = Pattern.compile("(.*);\\s*matches\\s+(\\S.*)");

    private final String name;
    private Kind kind = Kind.TEXT_SINGLE;
    private Optional<Validation> validation = Optional.empty();
    private boolean hasType;
    private boolean isRequired;
    private String help = "";
    private String defaults = "";
    private List<Option> options = List.of();

    private EntryFieldText(String name) {
        this.name = name;
    }

    /** @param text what stands after the = */
    static EntryField parse(String name, String text) throws Unreadable {
        var field = new EntryFieldText(name);
        var matches = MATCHES.matcher(text);
        boolean hasPattern = matches.matches();
        var parts = PARTS.split(hasPattern ? matches.group(1) : text);
        for (int i = 1; i < parts.length; i++) {
            field.take(parts[i].strip());
        }
        if (hasPattern) {
            field.match(matches.group(2));
        }
        return field.made(unescaped(parts[0].strip()));
    }

    private void take(String part) throws Unreadable {
        int space = part.indexOf(' ');
        var word = space < 0 ? part : part.substring(0, space);
        var rest = space < 0 ? "" : part.substring(space + 1).strip();
        switch (word) {
            case "" -> {} // nothing between two semicolons
            case "required" -> isRequired = true;
            case "help" -> help = unescaped(rest);
            case "default" -> defaults = rest;
            default -> type(part, word, rest);
        }
    }

    private void type(String part, String word, String rest) throws Unreadable {
        if (hasType) {
            throw new Unreadable("says a second time what kind of answer it wants, with \"" + part + "\"");
        }
        hasType = true;
        if (part.startsWith("one of ") || part.startsWith("any of ")) {
            kind = word.equals("one") ? Kind.LIST_SINGLE : Kind.LIST_MULTI;
            options = options(part.substring("one of ".length()));
        } else if (word.equals("number") || word.equals("decimal")) {
            validation = Optional.of(EntryRange.ofNumbers(word.equals("number"), rest));
        } else if (word.equals("date")) {
            validation = Optional.of(EntryRange.ofDates(rest));
        } else {
            plainType(part);
        }
    }

    private void plainType(String part) throws Unreadable {
        switch (part) {
            case "text" -> kind = Kind.TEXT_SINGLE;
            case "long text" -> kind = Kind.TEXT_MULTI;
            case "secret" -> kind = Kind.TEXT_PRIVATE;
            case "yes or no" -> kind = Kind.BOOLEAN;
            case "hidden" -> kind = Kind.HIDDEN;
            case "address" -> kind = Kind.JID_SINGLE;
            case "addresses" -> kind = Kind.JID_MULTI;
            case "e-mail" -> validation = Optional.of(Validation.email());
            case "phone" -> validation = Optional.of(Validation.phone());
            default ->
                throw new Unreadable("has \"" + part + "\", which is none of required, default …, help …, text,"
                        + " long text, secret, e-mail, phone, number, decimal, date, yes or no, one of … | …, any of … | …,"
                        + " hidden, address and addresses; matches … stands last");
        }
    }

    private void match(String pattern) throws Unreadable {
        if (kind != Kind.TEXT_SINGLE && kind != Kind.TEXT_PRIVATE || validation.isPresent()) {
            throw new Unreadable("has a pattern, which is for text in one line only");
        }
        if (pattern.length() > LONGEST_PATTERN) {
            throw new Unreadable("has a pattern of more than " + LONGEST_PATTERN + " characters; shorten it");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new Unreadable("has a pattern that is none: " + e.getDescription());
        }
        validation = Optional.of(new Validation("xs:string", "", "", pattern));
    }

    private EntryField made(String label) throws Unreadable {
        if (label.isEmpty() && kind != Kind.HIDDEN) {
            throw new Unreadable("has no label after the =, as in topic = What is it about?");
        }
        return new EntryField(name, kind, label, help, isRequired, values(), options, validation);
    }

    private List<String> values() throws Unreadable {
        if (defaults.isEmpty()) {
            return List.of();
        }
        if (kind == Kind.BOOLEAN) {
            if (!defaults.equals("yes") && !defaults.equals("no")) {
                throw new Unreadable("has a default that is neither yes nor no");
            }
            return List.of(defaults.equals("yes") ? "1" : "0");
        }
        if (kind != Kind.LIST_MULTI && kind != Kind.JID_MULTI) {
            return List.of(known(unescaped(defaults)));
        }
        var values = new ArrayList<String>();
        for (var one : CHOICES.split(defaults)) {
            values.add(known(unescaped(one.strip())));
        }
        return values;
    }

    /** Of a list the value, by which the choice may be named as well as by what customers read. */
    private String known(String text) throws Unreadable {
        for (var option : options) {
            if (option.value().equals(text) || option.label().equals(text)) {
                return option.value();
            }
        }
        if (!options.isEmpty()) {
            throw new Unreadable("has a default that is not among the choices: " + text);
        }
        return text;
    }

    private static List<Option> options(String text) throws Unreadable {
        var options = new ArrayList<Option>();
        for (var one : CHOICES.split(text)) {
            var parts = EQUALS.split(one, 2);
            var label = unescaped(parts[0].strip());
            var value = parts.length == 1 ? label : unescaped(parts[1].strip());
            if (label.isEmpty() || value.isEmpty()) {
                throw new Unreadable("has an empty choice; write one of Red | Blue, or one of Red = r | Blue = b");
            }
            if (options.stream().anyMatch(option -> option.value().equals(value))) {
                throw new Unreadable("has the choice " + value + " twice");
            }
            options.add(new Option(label, value));
        }
        return options;
    }

    static String unescaped(String text) {
        return text.replaceAll("\\\\([;|=])", "$1")
                .replaceAll("(?<!\\\\)\\\\n", "\n")
                .replace("\\\\", "\\")
                .strip();
    }
}
