package dev.usher.agent.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An agent at a terminal: takes visits, talks, leads browsers. The program's entry point. */
@Command(
        name = "usher-agent",
        mixinStandardHelpOptions = true,
        versionProvider = UsherAgent.Version.class,
        sortOptions = false,
        description = "Serve customers from a terminal or a script: take visits, talk, lead their browsers.",
        footerHeading = "%nExit codes:%n")
public final class UsherAgent implements Callable<Integer> {

    private final Screen screen;
    private final BufferedReader in;

    @Mixin
    private ServerOptions serverOptions;

    @Mixin
    private PasswordOptions passwordOptions;

    @Option(
            names = "--workgroup",
            paramLabel = "NAME",
            description = "Serve in this workgroup, as demo; may be repeated (default: wherever the agent may).")
    private List<String> workgroups = new ArrayList<>();

    @Option(names = "--auto-accept", description = "Accept every offer at once.")
    private boolean autoAccept;

    UsherAgent(Screen screen, BufferedReader in) {
        this.screen = screen;
        this.in = in;
    }

    /** Runs the program and ends the JVM with one of the exit codes that {@code --help} lists. */
    public static void main(String... args) {
        if (System.getProperty("java.util.logging.config.file") == null) {
            // Smack logs what it also throws; the screen belongs to the conversation.
            LogManager.getLogManager().reset();
        }
        var charset = charset();
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
        var in = new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), charset));
        System.exit(commandLine(new Screen(out, err), in)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args));
    }

    /** A terminal says what it understands. Between programs it is UTF-8, whatever the locale of a service may be. */
    private static Charset charset() {
        return System.console() == null
                ? StandardCharsets.UTF_8
                : System.console().charset();
    }

    static CommandLine commandLine(Screen screen, BufferedReader in) {
        var commandLine = new CommandLine(new UsherAgent(screen, in));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((e, line, parsed) -> {
            screen.warning("usher-agent: " + (e.getMessage() == null ? e : e.getMessage()));
            return e instanceof Failure failure ? failure.exit().code : Exit.BUG.code;
        });
        commandLine.getCommandSpec().usageMessage().footer(exitCodes());
        return commandLine;
    }

    private static String[] exitCodes() {
        return Arrays.stream(Exit.values())
                .map(exit -> "  " + exit.code + "  " + exit.meaning)
                .toArray(String[]::new);
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        var user = serverOptions.user();
        var server = serverOptions.server(user);
        var wished = workgroups(user);
        if (!server.encrypted() && !server.isLoopback()) {
            screen.warning(
                    "Warning: the connection to " + server + " is not encrypted. Everybody on the way can read it.");
        }
        var password = passwordOptions.password(user, System.getenv(), System.console());
        var connection = Login.open(server, user, password);
        try {
            return new Workplace(connection, screen).work(wished, autoAccept, in).code;
        } finally {
            Login.close(connection);
        }
    }

    private List<EntityBareJid> workgroups(EntityBareJid user) throws Failure {
        var service = "workgroup." + user.getDomain();
        var addresses = workgroups.stream()
                .map(name -> name.contains("@") ? name : name + "@" + service)
                .collect(Collectors.toCollection(ArrayList::new));
        var wished = new ArrayList<EntityBareJid>();
        for (var address : addresses) {
            try {
                wished.add(JidCreate.entityBareFrom(address));
            } catch (XmppStringprepException | IllegalArgumentException e) {
                throw new Failure(Exit.USAGE, "There can be no workgroup " + address + ".", e);
            }
        }
        return wished;
    }

    /** From the jar's manifest; there is none while the program runs from its classes. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = UsherAgent.class.getPackage().getImplementationVersion();
            return new String[] {"usher-agent " + (version == null ? "(not packaged)" : version)};
        }
    }
}
