package dev.usher.wire;

import dev.usher.desk.VisitStore.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dom4j.Element;

/** A drive as a visit's journal has it. It is over: it is shown, and not carried out again. */
record Led(String id, String seq, String url) {
    private static final Pattern LINE = Pattern.compile("drive=(\\S+) seq=([0-9]+) url=(.*)", Pattern.DOTALL);

    static Optional<Led> of(Entry entry) {
        var line = LINE.matcher(entry.what());
        return entry.kind().equals("driven") && line.matches()
                ? Optional.of(new Led(line.group(1), line.group(2), line.group(3)))
                : Optional.empty();
    }

    void add(Element message, String by, Instant at) {
        Xml.add(message, "drive", Namespaces.DRIVE)
                .addAttribute("id", id)
                .addAttribute("seq", seq)
                .addAttribute("url", url)
                .addAttribute("by", by)
                .addAttribute("expires", at.truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
