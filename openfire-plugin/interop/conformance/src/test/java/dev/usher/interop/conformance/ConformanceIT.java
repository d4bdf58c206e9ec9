package dev.usher.interop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.conformance.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of the documentation is what the tests of all clients have just found. */
class ConformanceIT {
    private static final String SUFFIX = ".txt";

    @Test
    void thePageSaysWhatTheTestsFound() throws Exception {
        var page = Path.of(System.getProperty("usher.conformance.page"));
        var found = new Page(clients()).text();
        if (Boolean.getBoolean("usher.conformance.write")) {
            Files.writeString(page, found);
        }
        assertThat(Files.readString(page))
                .as("%s is not what the tests have found. Write it anew with"
                        + " mvn verify -Dusher.conformance.write=true, and look at what has changed", page)
                .isEqualTo(found);
    }

    private static Map<String, Findings> clients() throws IOException {
        var clients = new LinkedHashMap<String, Findings>();
        for (var module : System.getProperty("usher.clients").split(",")) {
            var file = onlyFile(Path.of(System.getProperty("usher.interop"), module, "target/conformance"));
            var name = file.getFileName().toString();
            clients.put(name.substring(0, name.length() - SUFFIX.length()), Findings.read(file));
        }
        return clients;
    }

    private static Path onlyFile(Path directory) throws IOException {
        assertThat(directory).as("Run the tests of all clients first: mvn verify").isDirectory();
        try (var files = Files.list(directory)) {
            var all = files.toList();
            assertThat(all).as("%s is for the findings of one client", directory).hasSize(1);
            return all.get(0);
        }
    }
}
