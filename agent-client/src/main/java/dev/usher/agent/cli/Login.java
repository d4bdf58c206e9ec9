package dev.usher.agent.cli;

import java.io.IOException;
import java.util.List;
import org.jivesoftware.smack.AbstractXMPPConnection;
import org.jivesoftware.smack.ConnectionConfiguration;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.c2s.ModularXmppClientToServerConnection;
import org.jivesoftware.smack.c2s.ModularXmppClientToServerConnectionConfiguration;
import org.jivesoftware.smack.parsing.ExceptionLoggingCallback;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smack.websocket.XmppWebSocketTransportModuleDescriptor;
import org.jxmpp.jid.EntityBareJid;

/** Opens a Smack connection and logs in; whatever goes wrong becomes a {@link Failure}. */
final class Login {

    private static final int CONNECT_MILLIS = 10_000;

    /** COMPAT: Openfire 4.2.0 closes the socket right after its stream, and Smack would wait 5 s for what came before. */
    private static final int GOODBYE_MILLIS = 300;

    /** The mechanisms that do not show the password to whoever listens on an open line. */
    private static final List<String> WITHOUT_TLS = List.of("SCRAM-SHA-1", "DIGEST-MD5");

    static AbstractXMPPConnection open(Server server, EntityBareJid user, String password) throws Failure {
        var connection = connection(server, user, password);
        connection.setParsingExceptionCallback(new ExceptionLoggingCallback());
        Roster.getInstanceFor(connection).setRosterLoadedAtLogin(false);
        try {
            connection.connect();
        } catch (SmackException | XMPPException | IOException | InterruptedException e) {
            close(connection);
            throw Diagnosis.ofConnecting(server, user, e);
        }
        try {
            connection.login();
        } catch (SmackException | XMPPException | IOException | InterruptedException e) {
            close(connection);
            throw Diagnosis.ofLogin(server, user, e);
        }
        return connection;
    }

    static void close(AbstractXMPPConnection connection) {
        connection.setReplyTimeout(GOODBYE_MILLIS);
        connection.disconnect();
    }

    private static AbstractXMPPConnection connection(Server server, EntityBareJid user, String password) {
        if (server.websocket().isPresent()) {
            return overWebSocket(server, user, password);
        }
        var builder = XMPPTCPConnectionConfiguration.builder()
                .setHost(server.host())
                .setPort(server.port())
                .setConnectTimeout(CONNECT_MILLIS);
        var connection =
                new XMPPTCPConnection(common(builder, server, user, password).build());
        // A lost connection is the end here; an unacknowledged goodbye must not be sent by the next one.
        connection.setUseStreamManagement(false);
        return connection;
    }

    private static AbstractXMPPConnection overWebSocket(Server server, EntityBareJid user, String password) {
        var builder = ModularXmppClientToServerConnectionConfiguration.builder().removeAllModules();
        var websocket = builder.with(XmppWebSocketTransportModuleDescriptor.Builder.class);
        websocket.explicitlySetWebSocketEndpointAndDiscovery(server.websocket().orElseThrow(), false);
        websocket.buildModule();
        return new ModularXmppClientToServerConnection(
                common(builder, server, user, password).build());
    }

    private static <B extends ConnectionConfiguration.Builder<B, ?>> B common(
            B builder, Server server, EntityBareJid user, String password) {
        builder.setXmppDomain(user.asDomainBareJid())
                .setUsernameAndPassword(user.getLocalpart(), password)
                .setSecurityMode(server.encrypted() ? SecurityMode.required : SecurityMode.disabled);
        if (!server.encrypted()) {
            builder.addEnabledSaslMechanism(WITHOUT_TLS);
        }
        return builder;
    }

    private Login() {}
}
