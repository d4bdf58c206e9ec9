package dev.usher.testbed.bench;

import dev.usher.testbed.ground.Stanza;
import dev.usher.testbed.ground.StanzaClient;
import java.io.IOException;

/**
 * An agent who accepts whatever is offered, at once, enters the room and leaves it after the customer: the same stanzas,
 * whoever switches.
 */
final class Answerer implements AutoCloseable {
    private final Meetings meetings;
    private final String name;
    private final StanzaClient client;

    Answerer(int port, String name, Meetings meetings) throws IOException {
        this.meetings = meetings;
        this.name = name;
        this.client = StanzaClient.user(port, name, this::hear);
    }

    String jid() {
        return client.jid();
    }

    void serve(String workgroup) {
        client.send("<presence to='" + workgroup + "'><agent-status xmlns='" + Xml.WORKGROUP + "'/></presence>");
    }

    private void hear(Stanza stanza) {
        if (stanza.contains("<offer ") && stanza.has("type", "set")) {
            accept(stanza);
        } else if (stanza.contains("<invite ")) {
            client.send(Xml.enter(stanza.attribute("from"), name));
        } else if (stanza.is("presence")) {
            seen(stanza);
        }
    }

    private void seen(Stanza presence) {
        boolean isMe = presence.senderResource().equals(name);
        boolean isLeaving = presence.has("type", "unavailable");
        if (isMe && isLeaving) {
            meetings.of(presence.senderName()).over();
        } else if (isMe) {
            meetings.of(presence.senderName()).agentIn(presence.at());
        } else if (isLeaving) {
            client.send("<presence type='unavailable' to='" + room(presence) + "/" + name + "'/>");
        }
    }

    private static String room(Stanza presence) {
        var from = presence.attribute("from");
        return from.substring(0, from.indexOf('/'));
    }

    private void accept(Stanza offer) {
        var from = offer.attribute("from");
        var session = offer.attributeOf("offer", "id").orElseThrow();
        client.send("<iq type='result' id='" + offer.attribute("id") + "' to='" + from + "'/>");
        client.send("<iq type='set' id='accept-" + session + "' to='" + from + "'><offer-accept xmlns='" + Xml.WORKGROUP
                + "' id='" + session + "'/></iq>");
    }

    @Override
    public void close() {
        client.close();
    }
}
