package dev.usher.testbed.kill;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.openfire.Account;
import dev.usher.testbed.openfire.EmbeddedOpenfire;
import dev.usher.testbed.openfire.OpenfireConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The server that is killed, or stopped: in a process of its own, on a home directory that outlives it. Says its port when
 * it is ready, stops in good form when it is told to, and ends when its input does, so that it never outlives its test.
 */
final class DoomedServer {
    static final List<String> AGENTS = List.of("alice", "bob", "carol", "dave");
    static final String READY = "ready ";
    static final int STOP = 's';

    private DoomedServer() {}

    /** @param arguments the home directory, the plugin's jar, and the ports of XMPP, web and console, 0 for any */
    public static void main(String[] arguments) throws Exception {
        var terminal = System.out;
        var running = new CompletableFuture<EmbeddedOpenfire>();
        var watch = new Thread(() -> obeyInput(running), "obey-input");
        watch.setDaemon(true);
        watch.start();
        try {
            var ports = Stream.of(arguments).skip(2).map(Integer::valueOf).toList();
            var server = EmbeddedOpenfire.start(config(Path.of(arguments[0]), Path.of(arguments[1]), ports));
            running.complete(server);
            terminal.println(READY + server.config().xmppPort());
        } catch (Exception e) {
            e.printStackTrace(terminal);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void obeyInput(CompletableFuture<EmbeddedOpenfire> running) {
        try {
            for (int order = System.in.read(); order >= 0; order = System.in.read()) {
                if (order == STOP) {
                    running.join().close();
                    break;
                }
            }
        } catch (IOException ended) {
            // just the same
        }
        Runtime.getRuntime().halt(0);
    }

    private static OpenfireConfig config(Path home, Path plugin, List<Integer> ports) {
        var config = OpenfireConfig.in(home)
                .ports(ports.get(0), ports.get(1), ports.get(2))
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
