package dev.usher.testbed.kill;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.openfire.Account;
import dev.usher.testbed.openfire.EmbeddedOpenfire;
import dev.usher.testbed.openfire.OpenfireConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * The server that is killed: in a process of its own, on a home directory that outlives it. Says its port when it is
 * ready, and ends when its input does, so that it never outlives its test.
 */
final class DoomedServer {
    static final List<String> AGENTS = List.of("alice", "bob", "carol", "dave");
    static final String READY = "ready ";

    private DoomedServer() {}

    /** @param arguments the home directory and the plugin's jar */
    public static void main(String[] arguments) throws Exception {
        var terminal = System.out;
        var watch = new Thread(DoomedServer::endWithInput, "end-with-input");
        watch.setDaemon(true);
        watch.start();
        try {
            var server = EmbeddedOpenfire.start(config(Path.of(arguments[0]), Path.of(arguments[1])));
            terminal.println(READY + server.config().xmppPort());
        } catch (Exception e) {
            e.printStackTrace(terminal);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {}
        } catch (java.io.IOException ended) {
            // just the same
        }
        Runtime.getRuntime().halt(0);
    }

    private static OpenfireConfig config(Path home, Path plugin) {
        var config = OpenfireConfig.in(home)
                .domain(UsherServer.DOMAIN)
                .property("usher.workgroups", "demo")
                .property("usher.workgroup.demo.title", "Demo")
                .property("usher.workgroup.demo.agents", String.join(",", AGENTS))
                .property("usher.workgroup.demo.maxVisits", "3")
                // An offer that lapses goes to the next agent, rightly: here it never does.
                .property("usher.workgroup.demo.offerTimeout", "300")
                .property("usher.workgroup.demo.returnTimeout", "60")
                .plugin(plugin)
                .silent();
        AGENTS.forEach(name -> config.account(Account.user(name, name)));
        return config.build();
    }
}
