package dev.usher.openfire;

import dev.usher.desk.Macro;
import dev.usher.desk.MacroGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Macros, one a line: {@code Greetings / Hello = Hello, how can I help you?}. What stands before a slash between spaces
 * is a group; {@code \n} in the text is a new line, {@code \\} a backslash. A line that cannot be read is reported with its
 * number and left out. Used once.
 */
final class MacrosText {
    private static final String EXAMPLE = "Greetings / Hello = Hello, how can I help you?";
    private static final int DEEPEST = 5;
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern SLASH = Pattern.compile("\\s/\\s");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]|[\\uFFFE\\uFFFF]|\\p{Cs}");

    private static final class Group {
        final Map<String, Macro> macros = new LinkedHashMap<>();
        final Map<String, Group> groups = new LinkedHashMap<>();

        MacroGroup called(String title) {
            return new MacroGroup(
                    title,
                    macros.values().stream().toList(),
                    groups.entrySet().stream()
                            .map(group -> group.getValue().called(group.getKey()))
                            .toList());
        }
    }

    private final PropertyScope scope;
    private final String property;
    private final Group root = new Group();

    MacrosText(PropertyScope scope, String property) {
        this.scope = scope;
        this.property = property;
    }

    /** Empty if there is none. @param title of the group that has them all */
    Optional<MacroGroup> read(String title) {
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
        var all = root.called(title);
        return all.macros().isEmpty() && all.groups().isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private void add(String line) throws Unreadable {
        if (line.isEmpty()) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new Unreadable("has no = between the title and the text, as in " + EXAMPLE);
        }
        if (CONTROL.matcher(line).find()) {
            throw new Unreadable("has a letter that cannot be sent; write the line again by hand");
        }
        var path = SLASH.split(" " + line.substring(0, equals) + " ", -1);
        var text = text(line.substring(equals + 1).strip());
        if (text.isEmpty()) {
            throw new Unreadable("has no text after the =, as in " + EXAMPLE);
        }
        if (path.length > DEEPEST) {
            throw new Unreadable("has more than " + (DEEPEST - 1) + " groups in each other; write fewer of them");
        }
        for (var name : path) {
            if (name.isBlank()) {
                throw new Unreadable("has no title, or a group without a name, before the =, as in " + EXAMPLE);
            }
        }
        put(path, text);
    }

    private void put(String[] path, String text) throws Unreadable {
        var group = root;
        for (int i = 0; i < path.length - 1; i++) {
            group = group.groups.computeIfAbsent(path[i].strip(), name -> new Group());
        }
        var title = path[path.length - 1].strip();
        if (group.macros.putIfAbsent(title, new Macro(title, text)) != null) {
            throw new Unreadable("has a title that is there already in this group; give it another one");
        }
    }

    private static String text(String written) {
        var text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char letter = written.charAt(i);
            char next = i + 1 < written.length() ? written.charAt(i + 1) : ' ';
            if (letter == '\\' && (next == 'n' || next == '\\')) {
                text.append(next == 'n' ? '\n' : '\\');
                i++;
            } else {
                text.append(letter);
            }
        }
        return text.toString().strip();
    }
}
