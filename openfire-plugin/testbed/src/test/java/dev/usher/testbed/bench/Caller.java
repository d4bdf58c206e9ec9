package dev.usher.testbed.bench;

import dev.usher.testbed.ground.Stanza;
import dev.usher.testbed.ground.StanzaClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A customer who clicks, follows the invitation and leaves: the same stanzas, whoever switches. */
final class Caller implements AutoCloseable {
    private final Meetings meetings;
    private final String nickname;
    private final StanzaClient client;
    private volatile long click;
    private volatile String session;
    private volatile String room;
    private volatile CompletableFuture<Meeting> meeting = new CompletableFuture<>();

    Caller(int port, String nickname, Meetings meetings) throws IOException {
        this.meetings = meetings;
        this.nickname = nickname;
        this.client = StanzaClient.anonymous(port, this::hear);
    }

    /** @param to the workgroup, or who stands in for it */
    CompletableFuture<Meeting> click(String to) {
        meeting = new CompletableFuture<>();
        var join = "<iq type='set' id='join' to='" + to + "'><join-queue xmlns='" + Xml.WORKGROUP
                + "'><queue-notifications/><x xmlns='jabber:x:data' type='submit'><field var='username'><value>"
                + nickname
                + "</value></field></x></join-queue></iq>";
        click = System.nanoTime();
        client.send(join);
        return meeting;
    }

    void leave() {
        client.send("<presence type='unavailable' to='" + room + "/" + nickname + "'/>");
    }

    private void hear(Stanza stanza) {
        if (stanza.contains("<invite ")) {
            session = stanza.senderName();
            room = stanza.attribute("from");
            client.send(Xml.enter(room, nickname));
        } else if (stanza.is("presence")
                && stanza.attribute("type").isEmpty()
                && stanza.senderName().equals(session)
                && stanza.senderResource().equals(nickname)) {
            var mine = meetings.of(session);
            mine.customerIn(click, stanza.at());
            meeting.complete(mine);
        } else if (stanza.has("type", "error")) {
            meeting.completeExceptionally(new IllegalStateException("Refused: " + stanza.xml()));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
