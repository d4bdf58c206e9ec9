package dev.usher.testbed.ground.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.usher.testbed.ground.conformance.Findings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of a client find, as it goes to the page. */
class FindingsTest {
    @TempDir
    private Path directory;

    private String complaint(String line) throws IOException {
        var file = Files.write(directory.resolve("client.txt"), List.of(line));
        return assertThrows(IllegalArgumentException.class, () -> Findings.read(file))
                .getMessage()
                .replace(file.toString(), "client.txt");
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        var findings = new Findings();
        findings.add(Operation.JOIN, true, "");
        findings.add(Operation.TALK, true, "in words");
        findings.add(Operation.DEPART, false, "");
        var file = directory.resolve("made on the way/client.txt");

        findings.write(file);

        assertEquals(List.of("JOIN\tworks\t", "DEPART\tfails\t", "TALK\tworks\tin words"), Files.readAllLines(file));
        var read = Findings.read(file);
        assertEquals(Optional.of(new Finding(true, "in words")), read.of(Operation.TALK));
        assertEquals(Optional.of(new Finding(false, "")), read.of(Operation.DEPART));
        assertEquals(Optional.empty(), read.of(Operation.ACCEPT));
    }

    @Test
    void anOperationWorksIfEveryTestOfItSaysSo() {
        var findings = new Findings();
        findings.add(Operation.JOIN, true, "");
        findings.add(Operation.JOIN, false, "");
        findings.add(Operation.JOIN, true, "by a word");

        assertEquals(Optional.of(new Finding(false, "by a word")), findings.of(Operation.JOIN));
    }

    @Test
    void whatSeveralTestsRemarkDoesNotDependOnTheirOrder() {
        for (var remarks : List.of(List.of("by a word", "", "by a form"), List.of("by a form", "by a word", ""))) {
            var findings = new Findings();
            remarks.forEach(remark -> findings.add(Operation.ACCEPT, true, remark));

            assertEquals(Optional.of(new Finding(true, "by a form; by a word")), findings.of(Operation.ACCEPT));
        }
    }

    @Test
    void aLineThatIsNoneOfOursIsNamed() throws Exception {
        assertEquals("client.txt: DANCE is no operation of Operation.java", complaint("DANCE\tworks\t"));
        assertEquals(
                "client.txt: not NAME, works or fails, and a remark: JOIN\tperhaps\t", complaint("JOIN\tperhaps\t"));
        assertEquals("client.txt: not NAME, works or fails, and a remark: JOIN", complaint("JOIN"));
    }
}
