package dev.usher.testbed.bench;

import dev.usher.testbed.ground.Stanza;
import dev.usher.testbed.ground.StanzaClient;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The switch played by hand: a user who sends what the plugin would send, in the same order, and decides nothing and
 * keeps nothing. Left out is what goes to agents who only watch the queue, in the hand's favour.
 */
final class HandSwitch implements AutoCloseable {
    private static final String NICKNAME = "demo";
    private static final int FAREWELL = 250;

    private record Call(String customer, String agent) {}

    private final List<Answerer> agents;
    private final StanzaClient client;
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private int count;

    HandSwitch(int port, List<Answerer> agents) throws IOException {
        this.agents = agents;
        this.client = StanzaClient.user(port, "switch", this::hear);
    }

    String jid() {
        return client.jid();
    }

    private void hear(Stanza stanza) {
        if (stanza.contains("<join-queue ")) {
            offer(stanza);
        } else if (stanza.contains("<offer-accept ")) {
            openRoom(stanza);
        } else if (stanza.is("presence") && stanza.contains("code=\"201\"")) {
            configure(stanza.senderName());
        } else if (stanza.has("id", "configure-" + stanza.senderName())) {
            invite(stanza.senderName());
        } else if (stanza.is("presence")
                && stanza.has("type", "unavailable")
                && stanza.senderName().startsWith("hand")) {
            end(stanza.senderName(), stanza.senderResource());
        }
    }

    private void offer(Stanza join) {
        var customer = join.attribute("from");
        var agent = agents.get(count % agents.size()).jid();
        var session = "hand%022d".formatted(count++);
        calls.put(session, new Call(customer, agent));
        client.send("<iq type='result' id='" + join.attribute("id") + "' to='" + customer + "'/>");
        client.send("<message to='" + customer + "'><queue-status xmlns='" + Xml.WORKGROUP + "'><position>1</position>"
                + session(session) + "</queue-status></message>");
        client.send("<iq type='set' id='" + session + "' to='" + agent + "'><offer xmlns='" + Xml.WORKGROUP + "' id='"
                + session + "' jid='" + customer + "'><metadata xmlns='" + Xml.JIVE_WORKGROUP
                + "'><value name='username'>Romeo</value></metadata><timeout>20</timeout>" + session(session)
                + "<user-request/></offer></iq>");
    }

    private void openRoom(Stanza accept) {
        var session = accept.attributeOf("offer-accept", "id").orElseThrow();
        client.send("<iq type='result' id='" + accept.attribute("id") + "' to='" + accept.attribute("from") + "'/>");
        client.send(Xml.enter(room(session), NICKNAME));
    }

    private void configure(String session) {
        client.send("<iq type='set' id='configure-" + session + "' to='" + room(session)
                + "'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>"
                + field("FORM_TYPE", "http://jabber.org/protocol/muc#roomconfig")
                + field("muc#roomconfig_roomname", "Demo")
                + field("muc#roomconfig_persistentroom", "0")
                + field("muc#roomconfig_publicroom", "0")
                + field("muc#roomconfig_membersonly", "1")
                + field("muc#roomconfig_moderatedroom", "0")
                + field("muc#roomconfig_allowinvites", "0")
                + field("muc#roomconfig_changesubject", "0")
                + field("muc#roomconfig_whois", "moderators")
                + field("muc#roomconfig_maxusers", "0")
                + "</x></query></iq>");
    }

    private void invite(String session) {
        var call = calls.get(session);
        client.send("<message to='" + room(session) + "'><offer xmlns='" + Xml.WORKGROUP + "' jid='" + call.customer()
                + "'/>" + session(session) + invitation(call.agent(), session) + "</message>");
        client.send("<message to='" + room(session) + "'><workgroup xmlns='" + Xml.WORKGROUP + "' jid='" + client.jid()
                + "'/>" + session(session) + invitation(call.customer(), "Please join me for a chat.") + "</message>");
    }

    /** Once somebody has left, and a moment later, as the plugin does: the tidying up meets both ways alike. */
    private void end(String session, String whoLeft) {
        if (!whoLeft.equals(NICKNAME) && calls.remove(session) != null) {
            CompletableFuture.delayedExecutor(FAREWELL, TimeUnit.MILLISECONDS).execute(() -> destroy(session));
        }
    }

    private void destroy(String session) {
        client.send("<iq type='set' id='destroy-" + session + "' to='" + room(session)
                + "'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy><reason>The visit has ended.</reason>"
                + "</destroy></query></iq>");
    }

    private static String invitation(String to, String reason) {
        return "<x xmlns='http://jabber.org/protocol/muc#user'><invite to='" + to + "'><reason>" + reason
                + "</reason></invite></x>";
    }

    private String session(String id) {
        return "<session xmlns='" + Xml.JIVE_WORKGROUP + "' id='" + id + "' workgroup='" + client.jid() + "'/>";
    }

    private static String room(String session) {
        return session + "@conference." + UsherServer.DOMAIN;
    }

    private static String field(String name, String value) {
        return "<field var='" + name + "'><value>" + value + "</value></field>";
    }

    @Override
    public void close() {
        client.close();
    }
}
