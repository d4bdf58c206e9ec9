package dev.usher.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.conformance.Findings;
import dev.usher.testbed.ground.conformance.Operation;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/** How findings look on the page. */
class PageTest {
    private static final String LONG = "only while nobody else in the room is looking at it";

    @Test
    void aRowIsAnOperationAndAColumnIsAClient() {
        var first = new Findings();
        first.add(Operation.JOIN, true, "");
        first.add(Operation.POSITION, true, LONG);
        first.add(Operation.DEPART, false, "");
        var second = new Findings();
        second.add(Operation.JOIN, true, "by a word");
        second.add(Operation.POSITION, true, LONG);
        var clients = new LinkedHashMap<String, Findings>();
        clients.put("First 1.0", first);
        clients.put("Second 2.0", second);

        assertThat(new Page(clients).text())
                .startsWith("# What works with which client\n")
                .endsWith(
                        """

                        ## The customer

                        | | First 1.0 | Second 2.0 |
                        | --- | --- | --- |
                        | Join the queue | works | by a word |
                        | Be told one's position | works <sup>1</sup> | works <sup>1</sup> |
                        | Leave the queue | **fails** | – |

                        1. Only while nobody else in the room is looking at it.
                        """);
    }
}
