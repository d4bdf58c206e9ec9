package dev.usher.testbed.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, which knows what of WCAG 2.2 AA a program can see. Its script runs beside the page's own policy. */
final class Axe {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String SCRIPT = script();
    private static final String RUN = """
            rules => axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
              .then(({ violations }) => violations.flatMap(({ id, help, nodes }) => nodes.map(
                node => `${id}: ${help}: ${node.html.slice(0, 200)}: ${node.failureSummary.replace(/\\s+/g, ' ')}`)))
            """;

    private Axe() {}

    /** What is wrong with the page as it stands, one sentence for each element. */
    static List<String> violations(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(RUN, RULES))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (var in = Axe.class.getResourceAsStream("/axe.min.js")) {
            // As an expression without a value: what axe leaves behind cannot be sent here.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
