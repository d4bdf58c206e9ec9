package dev.usher.testbed.kill;

import dev.usher.testbed.ground.Stanza;
import dev.usher.testbed.ground.StanzaClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * A customer who joins, waits, enters the room and talks, and who comes back with the token after the server has died. An
 * object for each connection: what belongs to a dead server is heard by nobody else.
 */
final class Customer {
    private static final String VISIT = "<visit xmlns='urn:usher:visit:1'";

    private final String name;
    private final Ledger ledger;
    private final Scene scene;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    /** The visit that was, for who comes back. */
    private final Known known;

    private volatile String session;
    private int joinSent;
    private StanzaClient client;

    private Customer(String name, Known known, Ledger ledger, Scene scene) {
        this.name = name;
        this.known = known;
        this.session = known == null ? null : known.session;
        this.ledger = ledger;
        this.scene = scene;
    }

    /** Joins. The future is done when the server has answered, or is dead. */
    static CompletableFuture<Void> join(String name, Ledger ledger, Scene scene) throws IOException {
        var customer = new Customer(name, null, ledger, scene);
        customer.connect();
        customer.client.closed().whenComplete((nothing, thrown) -> customer.answered.complete(null));
        customer.joinSent = ledger.joining();
        customer.send("join", "<join-queue xmlns='" + Agent.WORKGROUP_NS + "'>" + VISIT + "/></join-queue>");
        return customer.answered;
    }

    static void comeBack(Known visit, Ledger ledger, Scene scene) throws IOException {
        var customer = new Customer(visit.customer, visit, ledger, scene);
        customer.connect();
        customer.send(
                "join",
                "<join-queue xmlns='" + Agent.WORKGROUP_NS + "'>" + VISIT + " token='" + visit.token
                        + "'/></join-queue>");
    }

    private void connect() throws IOException {
        client = scene.connected(StanzaClient.anonymous(scene.port(), this::hear));
    }

    private void send(String id, String payload) {
        client.send("<iq type='set' id='" + id + "' to='" + Agent.WORKGROUP + "'>" + payload + "</iq>");
    }

    private void hear(Stanza stanza) {
        if (stanza.is("iq") && stanza.has("id", "join")) {
            joinAnswered(stanza);
        } else if (stanza.is("iq") && stanza.has("id", "depart")) {
            departAnswered(stanza);
        } else if (stanza.contains("<queue-status")) {
            scene.life()
                    .placed(
                            stanza.attributeOf("session", "id").orElseThrow(),
                            Integer.parseInt(stanza.text("position").orElseThrow()));
        } else if (stanza.contains("<agent-not-found")) {
            ledger.givenUp(session);
            client.close();
        } else if (stanza.contains("<invite ")) {
            scene.life().customerInvited(stanza.senderName());
            client.send(Agent.enter(stanza.attribute("from"), name));
        } else if (stanza.is("presence")) {
            seen(stanza);
        } else if (stanza.is("message") && stanza.has("type", "groupchat")) {
            heard(stanza);
        }
    }

    private void joinAnswered(Stanza answer) {
        if (answer.has("type", "error")) {
            if (known == null) {
                ledger.joinRefused();
            } else if (answer.contains("<item-not-found")) {
                scene.life().gone(known.session);
            }
            client.close();
            answered.complete(null);
            return;
        }
        var given = answer.attributeOf("visit", "id")
                .orElseThrow(() -> new IllegalStateException("The join was answered without a visit: " + answer.xml()));
        if (known != null) {
            scene.life().answered(known.session, given);
        } else {
            session = given;
            ledger.joined(
                    name, joinSent, given, answer.attributeOf("visit", "token").orElseThrow());
            if (scene.choose(8) == 0) {
                scene.later(this::depart);
            }
        }
        answered.complete(null);
    }

    private void depart() {
        ledger.ending(session);
        send("depart", "<depart-queue xmlns='" + Agent.WORKGROUP_NS + "'/>");
    }

    private void departAnswered(Stanza answer) {
        if (answer.has("type", "error")) {
            ledger.endRefused(session); // accepted meanwhile
        } else {
            ledger.ended(session);
            client.close();
        }
    }

    private void seen(Stanza presence) {
        if (!presence.senderResource().equals(name)) {
            return;
        }
        if (presence.attribute("type").isEmpty()) {
            scene.life().customerInside(presence.senderName());
        } else if (presence.contains("<destroy")) {
            ledger.ended(presence.senderName());
            client.close();
        } else if (presence.has("type", "unavailable")) {
            client.close();
        }
    }

    private void heard(Stanza message) {
        if (message.contains("<body>Hello")) {
            scene.later(() -> client.send(Agent.say(message, "I am " + name)));
        } else if (message.contains("<body>Good bye")) {
            scene.later(() -> leave(message));
        }
    }

    private void leave(Stanza message) {
        ledger.ending(message.senderName());
        client.send(Agent.leave(message, name));
    }
}
