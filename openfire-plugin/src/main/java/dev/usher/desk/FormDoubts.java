package dev.usher.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Forms of one workgroup that ask different things in different languages, each in a sentence that says what to do. */
public final class FormDoubts {
    private FormDoubts() {}

    public static List<String> of(ChatPage page) {
        var forms = new TreeMap<>(page.forms());
        var all = new LinkedHashSet<String>();
        forms.values().forEach(form -> all.addAll(names(form)));
        var doubts = new ArrayList<String>();
        forms.forEach((language, form) -> {
            var missing = new LinkedHashSet<>(all);
            missing.removeAll(names(form));
            if (!missing.isEmpty()) {
                doubts.add(String.format(
                        "The property form%s asks for no %s, which is asked for in another language: rules and agents miss"
                                + " it. Give the fields the same names.",
                        language.isEmpty() ? "" : "." + language, String.join(", ", missing)));
            }
        });
        return doubts;
    }

    private static Set<String> names(EntryForm form) {
        return form.fields().stream()
                .filter(field -> field.kind() != EntryField.Kind.FIXED)
                .map(EntryField::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
