package dev.usher.testbed.quickstart;

import dev.usher.testbed.openfire.OpenfireConfig;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What the quick start says once everything answers: who opens what, and how to stop it. */
record Welcome(OpenfireConfig config, Ports ports, List<String> notes) {

    void print(PrintStream terminal) {
        var domain = config.domain();
        terminal.println();
        terminal.printf("Usher is up after %.1f s. For trial on this machine only.%n", uptime());
        notes.forEach(terminal::println);
        terminal.println();
        terminal.printf("  customer: open http://%s:%d/ and click \"Chat with us\"%n", domain, ports.shop());
        terminal.printf(
                "  agent:    java -jar agent-client/target/usher-agent.jar --server %s:%d --domain %s --tls off"
                        + " --user alice --password alice%n",
                domain, ports.xmpp(), domain);
        terminal.println("            (or bob, password bob; or Spark and any other XMPP client)");
        terminal.printf("  admin:    http://%s:%d/ as admin, password admin%n", domain, ports.console());
        terminal.println();
        terminal.printf("  The server's log is %s%n", config.log());
        terminal.println("  Ctrl-C stops everything.");
        terminal.flush();
    }

    private static double uptime() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
}
