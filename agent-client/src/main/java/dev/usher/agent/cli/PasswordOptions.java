package dev.usher.agent.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jxmpp.jid.EntityBareJid;
import picocli.CommandLine.Option;

/** The ways to give the password; it is never shown. */
final class PasswordOptions {

    private static final String VARIABLE = "USHER_PASSWORD";

    @Option(
            names = "--password",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "PASSWORD",
            description = "Without a value: ask. A value can be read by everybody on this machine while the"
                    + " program runs; better are --password-file and " + VARIABLE + ".")
    private String password;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password.")
    private Path file;

    /** Option, file, environment, question: the first that there is. */
    String password(EntityBareJid user, Map<String, String> environment, Console console) throws Failure {
        if (password != null && file != null) {
            throw new Failure(Exit.USAGE, "Either --password or --password-file, not both.");
        }
        if (file != null) {
            return fromFile();
        }
        if (password != null && !password.isEmpty()) {
            return password;
        }
        var variable = environment.get(VARIABLE);
        if (password == null && variable != null && !variable.isEmpty()) {
            return variable;
        }
        return fromKeyboard(user, console);
    }

    private String fromFile() throws Failure {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> new Failure(Exit.USAGE, "There is no password in " + file + "."));
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(Exit.USAGE, "The password file " + file + " cannot be read.", e);
        }
    }

    private static String fromKeyboard(EntityBareJid user, Console console) throws Failure {
        var typed = console == null ? null : console.readPassword("Password of %s: ", user);
        if (typed == null || typed.length == 0) {
            throw new Failure(Exit.USAGE, "A password is needed: --password-file, or " + VARIABLE + ".");
        }
        return new String(typed);
    }
}
