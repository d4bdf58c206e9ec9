package dev.usher.testbed.openfire;

import dev.usher.testbed.Loopback;
import dev.usher.testbed.Poll;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jivesoftware.openfire.XMPPServer;
import org.jivesoftware.openfire.user.UserAlreadyExistsException;
import org.jivesoftware.openfire.user.UserManager;
import org.jivesoftware.util.JiveGlobals;

/**
 * Openfire 4.2.0 in this process, on loopback, with H2. One for each virtual machine: Openfire cannot start a second
 * time in one class loader. When {@link #start} returns, XMPP, http-bind, the console and the plugin answer.
 */
public final class EmbeddedOpenfire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OpenfireConfig config;
    // Held by this object: the lock on the home directory would go with a channel that nobody knows.
    private final FileChannel lock;
    private final XMPPServer server;
    private boolean closed;

    private EmbeddedOpenfire(OpenfireConfig config, FileChannel lock, XMPPServer server) {
        this.config = config;
        this.lock = lock;
        this.server = server;
    }

    public static EmbeddedOpenfire start(OpenfireConfig config) throws IOException {
        if (XMPPServer.getInstance() != null) {
            throw new IllegalStateException("Openfire has been started in this virtual machine before");
        }
        // Openfire only logs a port that is taken, and says "Started." all the same.
        for (int port : new int[] {config.xmppPort(), config.webPort(), config.consolePort()}) {
            if (!Loopback.isFree(port)) {
                throw new IOException("Port " + port + " is taken");
            }
        }
        var lock = new OpenfireHome(config).layOut();
        ServerLog.into(config.log());
        if (config.silent()) {
            ServerLog.takeConsole(config.log().resolveSibling("output.log"));
        }
        configure(config);
        try (var trouble = PluginTrouble.with(pluginName(config))) {
            var running = new EmbeddedOpenfire(config, lock, new XMPPServer());
            try {
                running.awaitReady();
                trouble.raise();
                running.checkPlugin();
                running.createAccounts();
                return running;
            } catch (RuntimeException e) {
                running.close();
                throw e;
            }
        }
    }

    public OpenfireConfig config() {
        return config;
    }

    /** Where the web client, BOSH and WebSocket are: no slash at the end. */
    public String webAddress() {
        return "http://" + Loopback.HOST + ":" + config.webPort();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        server.stop();
        lock.close();
    }

    private static void configure(OpenfireConfig config) {
        System.setProperty("openfireHome", config.home().toString());
        JiveGlobals.setHomeDirectory(config.home().toString());
        JiveGlobals.setConfigName("conf/openfire.xml");
        settings(config).forEach(JiveGlobals::setProperty);
        config.defaults().forEach((name, value) -> {
            if (JiveGlobals.getProperty(name) == null) {
                JiveGlobals.setProperty(name, value);
            }
        });
        config.properties().forEach(JiveGlobals::setProperty);
    }

    /** Everything that would listen beyond the three ports, or call out, is off. */
    private static Map<String, String> settings(OpenfireConfig config) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("xmpp.domain", config.domain());
        settings.put("xmpp.fqdn", config.domain());
        settings.put("xmpp.auth.anonymous", "true");
        settings.put("register.inband", "false");
        settings.put("user.scramHashedPasswordOnly", "true");
        settings.put("admin.authorizedJIDs", admins(config));
        settings.put("xmpp.socket.plain.port", Integer.toString(config.xmppPort()));
        // COMPAT: the server leaves Nagle's algorithm on, and answers wait 40 ms for the acknowledgement of the one
        // before.
        settings.put("xmpp.socket.tcp-nodelay", "true");
        settings.put("xmpp.client.tls.policy", "disabled");
        settings.put("xmpp.socket.ssl.active", "false");
        settings.put("httpbind.port.plain", Integer.toString(config.webPort()));
        // 0 is "none": a taken one would keep the plain port from starting too.
        settings.put("httpbind.port.secure", "0");
        settings.put("xmpp.server.socket.active", "false");
        settings.put("xmpp.server.permission", "whitelist");
        settings.put("xmpp.component.socket.active", "false");
        settings.put("xmpp.component.ssl.active", "false");
        settings.put("xmpp.multiplex.socket.active", "false");
        settings.put("xmpp.multiplex.ssl.active", "false");
        settings.put("xmpp.proxy.enabled", "false");
        settings.put("mediaproxy.enabled", "false");
        settings.put("flash.crossdomain.enabled", "false");
        settings.put("multicastDNS.enabled", "false");
        settings.put("update.service-enabled", "false");
        settings.put("rss.enabled", "false");
        // COMPAT: the server's purge of old pubsub items is no SQL that H2 reads. Once in 24 days is as rare as it
        // gets.
        settings.put("xmpp.pubsub.purge.timer", "2147483");
        return settings;
    }

    private static String admins(OpenfireConfig config) {
        return config.accounts().stream()
                .filter(Account::admin)
                .map(account -> account.name() + "@" + config.domain())
                .collect(Collectors.joining(","));
    }

    private void awaitReady() {
        // The constructor swallows what goes wrong and stops the server again.
        if (!server.isStarted()) {
            throw new IllegalStateException("Openfire did not start; see " + config.log());
        }
        var plugins = server.getPluginManager();
        Poll.until(plugins::isExecuted, PATIENCE, () -> "Openfire did not get through its plugins" + seeLog());
        for (int port : new int[] {config.xmppPort(), config.webPort(), config.consolePort()}) {
            Poll.until(() -> Loopback.answers(port), PATIENCE, () -> "Port " + port + " does not answer" + seeLog());
        }
    }

    private void checkPlugin() {
        if (config.plugin().isPresent() && !server.getPluginManager().isLoaded(pluginName(config))) {
            throw new IllegalStateException(
                    "Openfire did not load " + config.plugin().get() + seeLog());
        }
    }

    private void createAccounts() {
        for (Account account : config.accounts()) {
            try {
                UserManager.getInstance().createUser(account.name(), account.password(), null, null);
            } catch (UserAlreadyExistsException kept) {
                // From an earlier start, perhaps with a password of the user's own: it stays.
            }
        }
    }

    private static String pluginName(OpenfireConfig config) {
        return config.plugin().map(OpenfireHome::pluginName).orElse("");
    }

    private String seeLog() {
        return "; see " + config.log();
    }
}
