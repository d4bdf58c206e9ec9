package dev.usher.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.agent.stanza.Namespaces;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract has an example for every state that a browser can report. */
class BrowserStateTest {

    @Test
    void everyStateOfTheContractIsKnown() {
        var seen = new HashSet<BrowserState>();
        for (var name : Examples.names()) {
            var ack = Pattern.compile("<ack xmlns='" + Namespaces.DRIVE + "'[^>]* state='([^']*)'")
                    .matcher(Examples.xml(name));
            if (ack.find()) {
                seen.add(BrowserState.of(ack.group(1)).orElseThrow());
            }
        }

        assertThat(seen).containsExactlyInAnyOrder(BrowserState.values());
    }

    @Test
    void aStateOfTomorrowIsNotGuessedAt() {
        assertThat(BrowserState.of("teleported")).isEmpty();
    }
}
