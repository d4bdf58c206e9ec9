package dev.usher.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an admin asks customers before a visit.
 *
 * @param title empty for none
 * @param instructions empty for none
 * @param fields no two of one name; {@code username} is among them
 */
public record EntryForm(String title, String instructions, List<EntryField> fields) {
    public EntryForm {
        fields = List.copyOf(fields);
    }

    /** The first answer that the form does not allow. Answers to fields that it does not know are nobody's fault. */
    public Optional<EntryFault> fault(Map<String, List<String>> answers) {
        return fields.stream()
                .flatMap(field -> EntryCheck.of(field, answers.getOrDefault(field.name(), List.of())).stream())
                .findFirst();
    }
}
