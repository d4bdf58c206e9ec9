package dev.usher.desk;

import dev.usher.desk.VisitStore.Entry;
import dev.usher.drive.DriveEvent;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a visit's journal says of a drive that went out.
 *
 * @param id the drive's
 * @param seq its number in the visit, from 1
 */
public record DriveLine(String id, int seq, String url) {
    static final String KIND = JournalPart.kind(DriveEvent.Driven.class);

    private static final Pattern LINE = Pattern.compile("drive=(\\S+) seq=([0-9]{1,9}) url=(.*)", Pattern.DOTALL);

    static DriveLine of(DriveEvent.Driven driven) {
        return new DriveLine(driven.id(), driven.seq(), driven.url());
    }

    /** Empty if the entry tells of something else. */
    public static Optional<DriveLine> of(Entry entry) {
        var line = LINE.matcher(entry.what());
        return entry.kind().equals(KIND) && line.matches()
                ? Optional.of(new DriveLine(line.group(1), Integer.parseInt(line.group(2)), line.group(3)))
                : Optional.empty();
    }

    /** As the journal has it. The URL comes last, for it may hold anything. */
    String what() {
        return "drive=" + id + " seq=" + seq + " url=" + url;
    }
}
