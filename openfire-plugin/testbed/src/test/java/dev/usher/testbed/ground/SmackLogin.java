package dev.usher.testbed.ground;

import dev.usher.testbed.Loopback;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;

/** Connections by Smack to the {@link UsherServer}. Everybody's password is their name. */
public final class SmackLogin {
    // Smack's warnings about its own good-byes. Java forgets the level of a logger that nobody holds.
    private static final Logger SMACK = Logger.getLogger("org.jivesoftware.smack");

    static {
        SMACK.setLevel(Level.SEVERE);
    }

    private SmackLogin() {}

    /** Connected and logged in; {@link #logout} when done. */
    public static XMPPTCPConnection login(UsherServer usher, String name) throws Exception {
        return login(usher.config().xmppPort(), name);
    }

    /** To another server of the same domain. */
    public static XMPPTCPConnection login(int port, String name) throws Exception {
        var connection = new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(UsherServer.DOMAIN)
                .setHostAddress(Loopback.address())
                .setPort(port)
                .setSecurityMode(SecurityMode.disabled)
                .setUsernameAndPassword(name, name)
                .setResource("test")
                .build());
        connection.connect().login();
        return connection;
    }

    /** Openfire 4.2.0 closes the socket right after the stream; Smack would wait for more for five seconds, and complain. */
    public static void logout(XMPPTCPConnection connection) {
        connection.setReplyTimeout(100);
        connection.disconnect();
    }
}
