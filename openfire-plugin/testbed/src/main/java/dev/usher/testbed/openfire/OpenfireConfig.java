package dev.usher.testbed.openfire;

import dev.usher.testbed.Loopback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link EmbeddedOpenfire} is started with. Ports are real ones: the builder has replaced each 0 by a free one.
 *
 * @param home directory of configuration, database, plugins and log; made if it is missing, kept afterwards
 * @param properties Openfire properties, set at every start
 * @param defaults Openfire properties that are set only while they have no value
 * @param plugin the plugin's jar; its file name is the plugin's name
 * @param silent whether everything that is printed in this virtual machine goes to a file beside the log
 */
public record OpenfireConfig(
        Path home,
        String domain,
        int xmppPort,
        int webPort,
        int consolePort,
        List<Account> accounts,
        Map<String, String> properties,
        Map<String, String> defaults,
        Optional<Path> plugin,
        boolean silent) {

    public OpenfireConfig {
        home = home.toAbsolutePath().normalize();
        accounts = List.copyOf(accounts);
        properties = Map.copyOf(properties);
        defaults = Map.copyOf(defaults);
    }

    public static Builder in(Path home) {
        return new Builder(home);
    }

    public Path log() {
        return home.resolve("logs/openfire.log");
    }

    /** Collects the parts; what is not said is a free port, the domain {@code localhost}, nobody and no plugin. */
    public static final class Builder {
        private final Path home;
        private final List<Account> accounts = new ArrayList<>();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private final Map<String, String> defaults = new LinkedHashMap<>();
        private String domain = "localhost";
        private int xmppPort;
        private int webPort;
        private int consolePort;
        private Path plugin;
        private boolean silent;

        private Builder(Path home) {
            this.home = home;
        }

        public Builder domain(String domain) {
            this.domain = domain;
            return this;
        }

        /** The ports of XMPP clients, of http-bind (web client, BOSH, WebSocket) and of the console; 0 is any free one. */
        public Builder ports(int xmpp, int web, int console) {
            xmppPort = xmpp;
            webPort = web;
            consolePort = console;
            return this;
        }

        public Builder account(Account account) {
            accounts.add(account);
            return this;
        }

        public Builder property(String name, String value) {
            properties.put(name, value);
            return this;
        }

        public Builder defaultProperty(String name, String value) {
            defaults.put(name, value);
            return this;
        }

        public Builder plugin(Path jar) {
            plugin = jar;
            return this;
        }

        /** The console belongs to the caller: Openfire and whoever else prints is sent to a file. */
        public Builder silent() {
            silent = true;
            return this;
        }

        public OpenfireConfig build() {
            var free = Loopback.freePorts(3);
            return new OpenfireConfig(
                    home,
                    domain,
                    xmppPort == 0 ? free.get(0) : xmppPort,
                    webPort == 0 ? free.get(1) : webPort,
                    consolePort == 0 ? free.get(2) : consolePort,
                    accounts,
                    properties,
                    defaults,
                    Optional.ofNullable(plugin),
                    silent);
        }
    }
}
