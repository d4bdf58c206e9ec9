package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.desk.VisitArchive;
import java.time.Clock;
import java.util.List;
import org.xmpp.packet.JID;

/** All that agents can ask about past and present visits. */
final class HistoryTopics {
    private HistoryTopics() {}

    /** @param conference the domain of the rooms */
    static List<Inquiries.Topic> of(
            VisitArchive archive, Directory directory, JID service, String conference, Clock clock) {
        return List.of(
                new Transcripts(archive, conference, clock),
                new ChatNotes(archive),
                new ChatMetadata(archive),
                new ChatSessions(archive, clock),
                new TranscriptSearch(archive, directory, service.getDomain()));
    }
}
