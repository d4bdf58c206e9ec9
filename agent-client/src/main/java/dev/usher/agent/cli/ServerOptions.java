package dev.usher.agent.cli;

import java.net.URI;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import picocli.CommandLine.Option;

/** The options that say who logs in, and where. */
final class ServerOptions {

    enum Tls {
        REQUIRED,
        OFF
    }

    @Option(
            names = "--user",
            required = true,
            paramLabel = "USER[@DOMAIN]",
            description = "The agent's account, as alice or alice@example.org.")
    private String user;

    @Option(names = "--domain", description = "The XMPP domain, unless --user names it.")
    private String domain;

    @Option(names = "--server", paramLabel = "HOST[:PORT]", description = "Where to connect to (default: DOMAIN:5222).")
    private String server;

    @Option(
            names = "--websocket",
            paramLabel = "URL",
            description = "Connect over WebSocket instead, as wss://chat.example.org:7443/ws/.")
    private URI websocket;

    @Option(
            names = "--tls",
            defaultValue = "required",
            paramLabel = "required|off",
            description = "Encryption (default: required). off is for a trial server on this machine.")
    private Tls tls;

    EntityBareJid user() throws Failure {
        if (!user.contains("@") && domain == null) {
            throw new Failure(Exit.USAGE, "Of which domain? --user " + user + "@example.org, or --domain.");
        }
        if (user.contains("@") && domain != null && !user.endsWith("@" + domain)) {
            throw new Failure(Exit.USAGE, "--user " + user + " and --domain " + domain + " do not agree.");
        }
        try {
            return JidCreate.entityBareFrom(user.contains("@") ? user : user + "@" + domain);
        } catch (XmppStringprepException | IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, "There can be no user " + user + ".", e);
        }
    }

    Server server(EntityBareJid account) throws Failure {
        try {
            if (websocket == null) {
                var authority = server == null ? account.getDomain().toString() : server;
                return Server.tcp(authority, tls == Tls.REQUIRED);
            }
            if (server != null) {
                throw new Failure(Exit.USAGE, "Either --server or --websocket, not both.");
            }
            return overWebSocket();
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, "That is " + e.getMessage(), e);
        }
    }

    private Server overWebSocket() throws Failure {
        var target = Server.websocket(websocket);
        if (!target.encrypted() && tls == Tls.REQUIRED) {
            throw new Failure(
                    Exit.TLS,
                    websocket + " is not encrypted: use wss://, or for a trial server on this machine --tls off");
        }
        return target;
    }
}
