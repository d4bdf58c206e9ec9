package dev.usher.testbed.quickstart;

import dev.usher.testbed.Loopback;
import dev.usher.testbed.openfire.Account;
import dev.usher.testbed.openfire.EmbeddedOpenfire;
import dev.usher.testbed.openfire.OpenfireConfig;
import dev.usher.testbed.shop.DemoShop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;

/**
 * {@code mvn -Pquickstart}: a server with a workgroup, two agents and a shop that links to them, until Ctrl-C. Says what
 * to open next, and nothing else: the server's own words go to its log.
 */
public final class QuickStart {
    private static final String DOMAIN = "localhost";

    private QuickStart() {}

    public static void main(String[] arguments) throws InterruptedException {
        var terminal = System.out;
        var console = System.err;
        try {
            var options = Options.of(System.getProperties());
            if (options.watchParent()) {
                endWithParent();
            }
            run(options, terminal);
        } catch (Refusal refusal) {
            terminal.println("Usher did not start: " + refusal.getMessage() + ".");
            System.exit(1);
        } catch (IOException | RuntimeException e) {
            terminal.println("Usher did not start: " + story(e));
            if (System.err != console) {
                // By now that is the file beside the server's log.
                e.printStackTrace();
            }
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void run(Options options, PrintStream terminal) throws IOException, Refusal {
        if (!Files.isRegularFile(options.plugin())) {
            throw new Refusal("there is no plugin at " + options.plugin() + ", build it with mvn package");
        }
        var plan = new PortPlan(Loopback::isFree);
        var ports = new Ports(
                plan.choose("XMPP", options.xmpp(), 5222),
                plan.choose("the web client", options.web(), 7070),
                plan.choose("the console", options.console(), 9090),
                plan.choose("the demo shop", options.shop(), 8080));
        var config = config(options, ports);
        var closing = Closing.atExit(terminal);
        closing.add(EmbeddedOpenfire.start(config));
        closing.add(DemoShop.open(ports.shop(), "http://" + DOMAIN + ":" + ports.web() + "/usher/c/demo"));
        new Welcome(config, ports, plan.notes()).print(terminal);
    }

    private static OpenfireConfig config(Options options, Ports ports) {
        return OpenfireConfig.in(options.home())
                .domain(DOMAIN)
                .ports(ports.xmpp(), ports.web(), ports.console())
                .account(Account.admin("admin", "admin"))
                .account(Account.user("alice", "alice"))
                .account(Account.user("bob", "bob"))
                .defaultProperty("usher.workgroups", "demo")
                .defaultProperty("usher.workgroup.demo.title", "Demo")
                .defaultProperty("usher.workgroup.demo.agents", "alice,bob")
                .property("usher.workgroup.demo.sites", "http://" + DOMAIN + ":" + ports.shop())
                .plugin(options.plugin())
                .silent()
                .build();
    }

    /** One line, the deepest cause last: it is the one that helps. */
    private static String story(Throwable thrown) {
        var story = new StringJoiner(" ");
        for (var each = thrown; each != null; each = each.getCause()) {
            story.add(String.valueOf(each.getMessage()));
        }
        return story.toString();
    }

    /** A Maven that was killed cannot tell us. Its process ends, and that can be seen. */
    private static void endWithParent() {
        var parent = ProcessHandle.current().parent();
        if (parent.isEmpty()) {
            System.exit(0);
        }
        parent.get().onExit().thenRun(() -> System.exit(0));
    }
}
