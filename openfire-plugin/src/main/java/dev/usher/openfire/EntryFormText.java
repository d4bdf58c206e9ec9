package dev.usher.openfire;

import dev.usher.desk.EntryField;
import dev.usher.desk.EntryField.Kind;
import dev.usher.desk.EntryForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form that customers fill in, a field a line: {@code email = Your e-mail; e-mail; required}. Lines that begin with
 * {@code title:}, {@code instructions:} or {@code text:} are read and not filled in. A line that cannot be read is
 * reported with its number and left out. Used once.
 */
final class EntryFormText {
    /** As many as a join may answer ({@code FormDecoder}). */
    private static final int MOST = 40;

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern FIELD = Pattern.compile("([\\p{L}\\p{N}_.-]{1,100})\\s*=(.*)");
    private static final Pattern TO_READ = Pattern.compile("(title|instructions|text)\\s*:(.*)");

    private final PropertyScope scope;
    private final String property;
    private final List<EntryField> fields = new ArrayList<>();
    private String title = "";
    private String instructions = "";
    private int texts;

    EntryFormText(PropertyScope scope, String property) {
        this.scope = scope;
        this.property = property;
    }

    /** Empty if there is none, or nothing in it can be used. */
    Optional<EntryForm> read() {
        int number = 0;
        for (var line : LINES.split(scope.text(property).orElse(""))) {
            number++;
            try {
                add(line.strip());
            } catch (Unreadable e) {
                scope.report(
                        property, line.strip(), "in line " + number + " " + e.getMessage(), "the line is left out");
            }
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        if (fields.stream().noneMatch(field -> field.name().equals(EntryField.USERNAME))) {
            fields.add(0, EntryField.username());
        }
        return Optional.of(new EntryForm(title, instructions, fields));
    }

    private void add(String line) throws Unreadable {
        if (line.isEmpty()) {
            return;
        }
        PlainText.parse(line);
        var field = FIELD.matcher(line);
        if (field.matches()) {
            put(EntryFieldText.parse(field.group(1), field.group(2).strip()));
            return;
        }
        var toRead = TO_READ.matcher(line);
        if (!toRead.matches()) {
            throw new Unreadable("is neither a field (topic = What is it about?; required) nor one of title:,"
                    + " instructions: and text:");
        }
        var text = EntryFieldText.unescaped(toRead.group(2).strip());
        switch (toRead.group(1)) {
            case "title" -> title = text;
            case "instructions" -> instructions = text;
            default ->
                put(new EntryField(
                        "text-" + ++texts, Kind.FIXED, "", "", false, List.of(text), List.of(), Optional.empty()));
        }
    }

    private void put(EntryField field) throws Unreadable {
        if (fields.stream().anyMatch(other -> other.name().equals(field.name()))) {
            throw new Unreadable("has a name that is there already; give it another one");
        }
        if (fields.size() == MOST - 1) {
            throw new Unreadable("is too much: a form has at most " + (MOST - 1) + " lines");
        }
        fields.add(field);
    }
}
