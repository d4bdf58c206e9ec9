package dev.usher.interop;

import dev.usher.testbed.Loopback;
import dev.usher.testbed.ground.UsherServer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;

/** Connections to the server. */
final class Login {
    // Smack's warnings about its own good-byes. Java forgets the level of a logger that nobody holds.
    private static final Logger SMACK = Logger.getLogger("org.jivesoftware.smack");

    static {
        SMACK.setLevel(Level.SEVERE);
    }

    private Login() {}

    /** Connected and logged in as a user whose password is the name, with a resource of the server's choice. */
    static XMPPTCPConnection as(UsherServer usher, String name) throws Exception {
        return connected(builder(usher).setUsernameAndPassword(name, name));
    }

    static XMPPTCPConnection anonymously(UsherServer usher) throws Exception {
        return connected(builder(usher).performSaslAnonymousAuthentication());
    }

    private static XMPPTCPConnectionConfiguration.Builder builder(UsherServer usher) throws Exception {
        return XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(UsherServer.DOMAIN)
                .setHostAddress(Loopback.address())
                .setPort(usher.config().xmppPort())
                .setSecurityMode(SecurityMode.disabled);
    }

    /** As {@link #as}, with the stream management of Smack's defaults: the server keeps the session of a broken connection. */
    static XMPPTCPConnection resumable(UsherServer usher, String name) throws Exception {
        var connection = new XMPPTCPConnection(
                builder(usher).setUsernameAndPassword(name, name).build());
        connection.connect().login();
        return connection;
    }

    private static XMPPTCPConnection connected(XMPPTCPConnectionConfiguration.Builder configuration) throws Exception {
        var connection = new XMPPTCPConnection(configuration.build());
        connection.setUseStreamManagement(false); // a broken connection is a lost one
        connection.connect().login();
        return connection;
    }

    /** Openfire 4.2.0 closes the socket right after the stream; Smack would wait for more for five seconds, and complain. */
    static void out(XMPPTCPConnection connection) {
        connection.setReplyTimeout(20);
        connection.disconnect();
    }
}
