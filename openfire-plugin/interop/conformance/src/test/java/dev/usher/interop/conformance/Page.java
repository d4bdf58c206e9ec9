package dev.usher.interop.conformance;

import dev.usher.testbed.ground.conformance.Findings;
import dev.usher.testbed.ground.conformance.Findings.Finding;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Section;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page in Markdown: a table for each section, a row for each operation, a column for each client. */
final class Page {
    /** What fits into a cell, in characters. */
    private static final int SHORT = 34;

    private static final String INTRODUCTION = """
            # What works with which client

            Public clients, unmodified, against Usher on the embedded server. Written by their tests
            (`openfire-plugin/interop`), which fail when this page says otherwise.

            **works**: as its user would expect. Anything else in a cell, or the note with that number, says how the client's own
            ways change what its user sees.
            **–**: not tried; the client has no such thing, or another way to the same.
            """;

    private final Map<String, Findings> clients;

    /** @param clients by their names, in the order of the columns */
    Page(Map<String, Findings> clients) {
        this.clients = clients;
    }

    String text() {
        return Arrays.stream(Section.values())
                .map(section -> section(section, rows(section)))
                .collect(Collectors.joining("", INTRODUCTION, ""));
    }

    /** Operations that no client has been tested with are left out. */
    private List<Operation> rows(Section section) {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.section() == section)
                .filter(operation -> clients.values().stream()
                        .anyMatch(findings -> findings.of(operation).isPresent()))
                .toList();
    }

    private String section(Section section, List<Operation> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        var notes = new Notes();
        var table = new StringBuilder("\n## " + section.title() + "\n\n");
        table.append("| | ").append(String.join(" | ", clients.keySet())).append(" |\n");
        table.append("| --- |")
                .append(String.join("", Collections.nCopies(clients.size(), " --- |")))
                .append('\n');
        for (var operation : rows) {
            table.append("| ").append(operation.title());
            for (var findings : clients.values()) {
                table.append(" | ").append(findings.of(operation)
                                .map(finding -> cell(finding, notes))
                                .orElse("–"));
            }
            table.append(" |\n");
        }
        return table.append(notes.text()).toString();
    }

    private static String cell(Finding finding, Notes notes) {
        if (!finding.works()) {
            return "**fails**";
        } else if (finding.remark().isEmpty()) {
            return "works";
        }
        return finding.remark().length() <= SHORT
                ? finding.remark()
                : "works <sup>" + notes.numberOf(finding.remark()) + "</sup>";
    }
}
