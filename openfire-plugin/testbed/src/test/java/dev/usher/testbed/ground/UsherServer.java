package dev.usher.testbed.ground;

import dev.usher.testbed.openfire.Account;
import dev.usher.testbed.openfire.EmbeddedOpenfire;
import dev.usher.testbed.openfire.OpenfireConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One server with the plugin for all tests of a virtual machine, on free ports, stopped when the last test is done:
 * {@code @RegisterExtension static final UsherServer usher = new UsherServer();}. Its workgroup is {@code demo}, with
 * the agents alice and bob; everybody's password is their name. More accounts and properties must be asked for alike by
 * all tests of the virtual machine.
 */
public final class UsherServer implements BeforeAllCallback {
    public static final String DOMAIN = "usher.test";

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(UsherServer.class);

    /** JUnit closes it with the root of all tests. */
    private record Shared(EmbeddedOpenfire openfire, List<Account> accounts, Map<String, String> properties)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            openfire.close();
        }
    }

    private final List<Account> accounts = new ArrayList<>(
            List.of(Account.admin("admin", "admin"), Account.user("alice", "alice"), Account.user("bob", "bob")));
    private final Map<String, String> properties = new TreeMap<>(Map.of(
            "usher.workgroups", "demo",
            "usher.workgroup.demo.title", "Demo",
            "usher.workgroup.demo.agents", "alice,bob",
            // So that nobody stands long in the way of the next test who has only closed the connection.
            "usher.workgroup.demo.returnTimeout", "2"));
    private EmbeddedOpenfire openfire;

    /** One more user, whose password is the name. */
    public UsherServer account(String name) {
        accounts.add(Account.user(name, name));
        return this;
    }

    /** A property of Openfire, in the place of ours if we have it. */
    public UsherServer property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("server", key -> new Shared(start(), accounts, properties), Shared.class);
        if (!shared.accounts.equals(accounts) || !shared.properties.equals(properties)) {
            throw new IllegalStateException(
                    "The server of this virtual machine was started with other settings: all its"
                            + " tests must ask for the same accounts and properties");
        }
        openfire = shared.openfire();
    }

    public EmbeddedOpenfire openfire() {
        return openfire;
    }

    public OpenfireConfig config() {
        return openfire.config();
    }

    /** An address on the web port under a name that Chromium takes for a site of its own. */
    public String web(String path) {
        return "http://chat.test:" + config().webPort() + path;
    }

    private EmbeddedOpenfire start() {
        try {
            var parent = Files.createDirectories(Path.of("target/openfire"));
            var config = OpenfireConfig.in(Files.createTempDirectory(parent, "home"))
                    .domain(DOMAIN)
                    .plugin(Path.of(System.getProperty("usher.plugin.jar", "target/plugin/usher.jar")));
            accounts.forEach(config::account);
            properties.forEach(config::property);
            return EmbeddedOpenfire.start(config.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
