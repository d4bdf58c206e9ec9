package dev.usher.interop.conformance;

import java.util.ArrayList;
import java.util.List;

/** What is too long for a cell stands below the table, once, under a number. */
final class Notes {
    private final List<String> notes = new ArrayList<>();

    int numberOf(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return notes.indexOf(note) + 1;
    }

    private static String sentence(String note) {
        return Character.toUpperCase(note.charAt(0)) + note.substring(1) + ".";
    }

    /** A paragraph for the end of a section; empty if there are none. */
    String text() {
        var text = new StringBuilder();
        for (var note : notes) {
            text.append("\n").append(numberOf(note)).append(". ").append(sentence(note));
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }
}
