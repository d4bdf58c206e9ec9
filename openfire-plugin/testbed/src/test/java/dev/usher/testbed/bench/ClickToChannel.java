package dev.usher.testbed.bench;

import dev.usher.testbed.Directories;
import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.openfire.Account;
import dev.usher.testbed.openfire.EmbeddedOpenfire;
import dev.usher.testbed.openfire.OpenfireConfig;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How long it takes from the click to the room, through Usher and by hand: the same stanzas in the same order, played by
 * three clients. Both on one server in one run, visit by visit in turn, so that whatever the machine does meets both.
 *
 * <pre>mvn -Pbenchmark</pre>
 *
 * at the root; {@code -Dusher.bench.visits=600} for each way, {@code -Dusher.bench.warmup=200}, {@code
 * -Dusher.bench.crowd=30} customers at once, {@code -Dusher.bench.agents=6}.
 *
 * <p>Openfire 4.2.0 holds back the second of two small stanzas until the first is acknowledged, which Linux puts off by 40
 * ms: steps of 43 ms on both ways, more of them by hand. Here it does not, so that the switching is measured and not that;
 * {@code -Dusher.bench.nodelay=false} shows it.
 */
public final class ClickToChannel {
    private static final String WORKGROUP = "demo@workgroup." + UsherServer.DOMAIN;
    private static final int PATIENCE = 30;

    private final int agents = Integer.getInteger("usher.bench.agents", 6);
    private final int visits = Integer.getInteger("usher.bench.visits", 600);
    private final int warmUp = Integer.getInteger("usher.bench.warmup", 200);
    private final int crowd = Integer.getInteger("usher.bench.crowd", 30);
    private final boolean noDelay = Boolean.parseBoolean(System.getProperty("usher.bench.nodelay", "true"));
    private final Meetings meetings = new Meetings();
    private final PrintStream terminal = System.out;
    private List<Caller> callers;
    private HandSwitch hand;

    private ClickToChannel() {}

    public static void main(String[] arguments) throws Exception {
        var bench = new ClickToChannel();
        try {
            bench.run();
            // Openfire leaves threads behind that would keep the process.
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace(bench.terminal);
            System.exit(1);
        }
    }

    private void run() throws Exception {
        var home = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "home");
        try (var server = EmbeddedOpenfire.start(config(home))) {
            int port = server.config().xmppPort();
            var answerers = new ArrayList<Answerer>();
            for (var name : agentNames()) {
                answerers.add(new Answerer(port, name, meetings));
            }
            answerers.forEach(agent -> agent.serve(WORKGROUP));
            callers = new ArrayList<>();
            for (int i = 0; i < crowd; i++) {
                callers.add(new Caller(port, "romeo" + i, meetings));
            }
            hand = new HandSwitch(port, answerers);
            measure();
        }
        Directories.delete(home);
    }

    private void measure() throws Exception {
        terminal.println("From the click to the room, in which customer and agent see themselves.");
        terminal.printf(
                "%d cores, %s %s, %s %s, %d MB heap, %d agents, %d customers online%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() >> 20,
                agents,
                crowd);
        terminal.printf(
                "mvn -Pbenchmark -Dusher.bench.visits=%d -Dusher.bench.warmup=%d -Dusher.bench.crowd=%d"
                        + " -Dusher.bench.agents=%d -Dusher.bench.nodelay=%s%n",
                visits, warmUp, crowd, agents, noDelay);
        compare(1, warmUp);
        report("One customer at a time, " + visits + " visits each way", compare(1, visits));
        compare(crowd, warmUp);
        report(crowd + " customers at once, " + visits / crowd + " times each way", compare(crowd, visits));
        terminal.printf(
                "load of the machine: %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void report(String title, Comparison comparison) {
        terminal.println();
        terminal.println(title);
        terminal.print(comparison.table());
    }

    private Comparison compare(int atOnce, int visits) throws Exception {
        var comparison = new Comparison();
        for (int i = 0; i < visits / atOnce; i++) {
            // Whoever comes second may find the caches warmer: take turns in that too.
            if (i % 2 == 0) {
                call(atOnce, i, WORKGROUP, comparison.usher());
                call(atOnce, i, hand.jid(), comparison.byHand());
            } else {
                call(atOnce, i, hand.jid(), comparison.byHand());
                call(atOnce, i, WORKGROUP, comparison.usher());
            }
        }
        return comparison;
    }

    /** So many customers click, meet an agent and leave. Nothing of it is under way any more on return. */
    private void call(int atOnce, int turn, String to, Times times) throws Exception {
        var calling = IntStream.range(0, atOnce)
                .mapToObj(i -> callers.get((turn + i) % callers.size()))
                .toList();
        var clicked = calling.stream().map(caller -> caller.click(to)).toList();
        var over = new ArrayList<CompletableFuture<Void>>();
        for (var click : clicked) {
            var meeting = click.get(PATIENCE, TimeUnit.SECONDS);
            times.add(meeting.met().get(PATIENCE, TimeUnit.SECONDS));
            over.add(meeting.whenOver());
        }
        calling.forEach(Caller::leave);
        CompletableFuture.allOf(over.toArray(CompletableFuture[]::new)).get(PATIENCE, TimeUnit.SECONDS);
    }

    private List<String> agentNames() {
        return IntStream.rangeClosed(1, agents).mapToObj(i -> "agent" + i).toList();
    }

    private OpenfireConfig config(Path home) {
        var config = OpenfireConfig.in(home)
                .domain(UsherServer.DOMAIN)
                .account(Account.user("switch", "switch"))
                .property("usher.workgroups", "demo")
                .property("usher.workgroup.demo.title", "Demo")
                .property("usher.workgroup.demo.agents", String.join(",", agentNames()))
                .property("usher.workgroup.demo.maxVisits", "50")
                .property("xmpp.socket.tcp-nodelay", Boolean.toString(noDelay))
                .plugin(Path.of(System.getProperty("usher.plugin.jar", "target/plugin/usher.jar")))
                .silent();
        agentNames().forEach(name -> config.account(Account.user(name, name)));
        return config.build();
    }
}
