package dev.usher.testbed.kill;

import dev.usher.testbed.ground.Stanza;
import dev.usher.testbed.ground.StanzaClient;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;

/**
 * An agent who accepts most of what is offered, enters the rooms, talks a little and ends the visit, or has the customer
 * end it. An object for each connection.
 */
final class Agent {
    static final String WORKGROUP = "demo@workgroup." + UsherServer.DOMAIN;
    static final String WORKGROUP_NS = "http://jabber.org/protocol/workgroup";

    private final String name;
    private final Ledger ledger;
    private final Scene scene;
    private StanzaClient client;

    private Agent(String name, Ledger ledger, Scene scene) {
        this.name = name;
        this.ledger = ledger;
        this.scene = scene;
    }

    static void goOnline(String name, Ledger ledger, Scene scene) throws IOException {
        var agent = new Agent(name, ledger, scene);
        agent.client = scene.connected(StanzaClient.user(scene.port(), name, agent::hear));
        agent.client.send("<presence to='" + WORKGROUP + "'><agent-status xmlns='" + WORKGROUP_NS + "'/></presence>");
    }

    static String enter(String room, String nickname) {
        return "<presence to='" + room + "/" + nickname + "'><x xmlns='http://jabber.org/protocol/muc'/></presence>";
    }

    /** Into the room where that was heard. */
    static String say(Stanza heard, String text) {
        return "<message type='groupchat' to='" + room(heard) + "'><body>" + text + "</body></message>";
    }

    static String leave(Stanza heard, String nickname) {
        return "<presence type='unavailable' to='" + room(heard) + "/" + nickname + "'/>";
    }

    private static String room(Stanza heard) {
        return heard.attribute("from").replaceFirst("/.*", "");
    }

    private void hear(Stanza stanza) {
        if (stanza.is("iq")) {
            request(stanza);
        } else if (stanza.contains("<invite ")) {
            scene.life().agentInvited(stanza.senderName(), name);
            client.send(enter(stanza.attribute("from"), name));
        } else if (stanza.is("presence") && stanza.attribute("from").contains("@conference.")) {
            seen(stanza);
        } else if (stanza.contains("<body>I am ")) {
            scene.later(() -> endOrHaveItEnded(stanza));
        }
    }

    private void request(Stanza iq) {
        var id = iq.attribute("id");
        if (iq.has("type", "set")) {
            client.send("<iq type='result' id='" + id + "' to='" + iq.attribute("from") + "'/>");
            iq.attributeOf("offer", "id").ifPresent(session -> {
                ledger.offered(session, name);
                scene.later(() -> answer(session));
            });
            iq.attributeOf("offer-revoke", "id").ifPresent(session -> ledger.offerClosed(session, name));
        } else if (id.startsWith("accept-")) {
            var session = id.substring("accept-".length());
            if (iq.has("type", "result")) {
                ledger.accepted(session, name);
            } else {
                ledger.acceptRefused(session, name);
            }
        }
    }

    private void answer(String session) {
        if (scene.choose(10) == 0) {
            ledger.offerClosed(session, name);
            send("reject-" + session, "<offer-reject xmlns='" + WORKGROUP_NS + "' id='" + session + "'/>");
        } else {
            ledger.accepting(session, name);
            send("accept-" + session, "<offer-accept xmlns='" + WORKGROUP_NS + "' id='" + session + "'/>");
        }
    }

    private void send(String id, String payload) {
        client.send("<iq type='set' id='" + id + "' to='" + WORKGROUP + "'>" + payload + "</iq>");
    }

    private void seen(Stanza presence) {
        var session = presence.senderName();
        var who = presence.senderResource();
        if (presence.attribute("type").isEmpty()) {
            scene.life().occupant(session, who);
            if (!who.equals(name) && !who.equals("demo")) {
                scene.later(() -> client.send(say(presence, "Hello " + who)));
            }
        } else if (who.equals(name) && presence.contains("<destroy")) {
            ledger.ended(session);
        }
    }

    private void endOrHaveItEnded(Stanza heard) {
        switch (scene.choose(3)) {
            case 0 -> client.send(say(heard, "Hello again"));
            case 1 -> client.send(say(heard, "Good bye"));
            default -> {
                ledger.ending(heard.senderName());
                client.send(leave(heard, name));
            }
        }
    }
}
