package dev.usher.testbed.ground;

import dev.usher.testbed.openfire.Account;
import dev.usher.testbed.openfire.EmbeddedOpenfire;
import dev.usher.testbed.openfire.OpenfireConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One server with the plugin for all tests of a virtual machine, on free ports, stopped when the last test is done:
 * {@code @RegisterExtension static final UsherServer usher = new UsherServer();}. Its workgroup is {@code demo}, with
 * the agents alice and bob; everybody's password is their name.
 */
public final class UsherServer implements BeforeAllCallback {
    public static final String DOMAIN = "usher.test";

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(UsherServer.class);

    /** JUnit closes it with the root of all tests. */
    private record Shared(EmbeddedOpenfire openfire) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            openfire.close();
        }
    }

    private EmbeddedOpenfire openfire;

    @Override
    public void beforeAll(ExtensionContext context) {
        openfire = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("server", key -> new Shared(start()), Shared.class)
                .openfire();
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

    private static EmbeddedOpenfire start() {
        try {
            var parent = Files.createDirectories(Path.of("target/openfire"));
            return EmbeddedOpenfire.start(OpenfireConfig.in(Files.createTempDirectory(parent, "home"))
                    .domain(DOMAIN)
                    .account(Account.admin("admin", "admin"))
                    .account(Account.user("alice", "alice"))
                    .account(Account.user("bob", "bob"))
                    .property("usher.workgroups", "demo")
                    .property("usher.workgroup.demo.title", "Demo")
                    .property("usher.workgroup.demo.agents", "alice,bob")
                    // So that nobody stands long in the way of the next test who has only closed the connection.
                    .property("usher.workgroup.demo.returnTimeout", "2")
                    .plugin(Path.of(System.getProperty("usher.plugin.jar", "target/plugin/usher.jar")))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
