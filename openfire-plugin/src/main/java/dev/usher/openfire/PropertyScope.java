package dev.usher.openfire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The properties that begin with one prefix, and what is wrong with them. Names are without the prefix here. What
 * nobody has asked for in the end, nobody understands: {@link #reportUnknown()}. Used once, by one thread.
 */
final class PropertyScope {
    private final PropertySource source;
    private final String prefix;
    private final Set<String> names;
    private final Set<String> asked = new TreeSet<>();
    private final List<SettingsProblem> problems = new ArrayList<>();

    /** How a text is read. */
    interface Form<T> {
        T parse(String text) throws Unreadable;
    }

    /** @param names what there is below the prefix, without it */
    PropertyScope(PropertySource source, String prefix, Set<String> names) {
        this.source = source;
        this.prefix = prefix;
        this.names = new TreeSet<>(names);
    }

    Optional<String> text(String name) {
        asked.add(name);
        return source.find(prefix + name);
    }

    /** @param instead what is said of {@code otherwise} if the text is unreadable */
    <T> T read(String name, Form<T> form, T otherwise, String instead) {
        var text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return form.parse(text.get());
        } catch (Unreadable e) {
            report(name, text.get(), e.getMessage(), instead);
            return otherwise;
        }
    }

    int number(String name, int least, int otherwise) {
        return read(name, text -> NumberText.parse(text, least), otherwise, otherwise + " is used");
    }

    /** A time longer than zero. */
    Duration time(String name, Duration otherwise) {
        return read(
                name,
                text -> {
                    var time = DurationText.parse(text);
                    if (time.isZero()) {
                        throw new Unreadable("must be longer than zero");
                    }
                    return time;
                },
                otherwise,
                DurationText.of(otherwise) + " is used");
    }

    /** A time, or zero for not at all. */
    Duration timeOrNever(String name, Duration otherwise) {
        return read(name, DurationText::parse, otherwise, DurationText.of(otherwise) + " is used");
    }

    /** What stands between the separators, without the space around it and without what is blank. */
    List<String> list(String name, String separator) {
        return List.of(text(name).orElse("").split(separator)).stream()
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** What there is under names that begin so, in the order of the alphabet. */
    List<String> namesFrom(String start) {
        return names.stream().filter(name -> name.startsWith(start)).toList();
    }

    void report(String name, String value, String why, String instead) {
        problems.add(new SettingsProblem(prefix + name, value, why, instead));
    }

    /** Reports what nobody has asked for: most likely the name is misspelt. */
    void reportUnknown() {
        for (var name : names) {
            if (!asked.contains(name)) {
                var meant = Spelling.nearest(name, asked).map(near -> "; is " + prefix + near + " meant?");
                boolean isSecret = name.toLowerCase(Locale.ROOT).contains("secret");
                report(
                        name,
                        isSecret ? "…" : source.find(prefix + name).orElse(""),
                        "belongs to no setting" + meant.orElse(""),
                        "it is ignored");
            }
        }
    }

    List<SettingsProblem> problems() {
        return List.copyOf(problems);
    }
}
