package dev.usher.testbed.openfire;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.RollingFileAppender;

/** Sends what the server, Jetty and the plugin log into one file, and nothing of it to the console. */
final class ServerLog {
    private static final String LINE = "%d{ISO8601} %-5p [%t] %c{1}: %m%n";

    private ServerLog() {}

    static void into(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        // Else log4j complains on the console that nobody configured it, before we do.
        System.setProperty("log4j.defaultInitOverride", "true");
        var appender = new RollingFileAppender(new PatternLayout(LINE), file.toString(), true);
        appender.setEncoding("UTF-8");
        appender.setMaxFileSize("5MB");
        appender.setMaxBackupIndex(2);
        appender.activateOptions();
        LogManager.getRootLogger().addAppender(appender);
        LogManager.getRootLogger().setLevel(Level.INFO);
    }

    /** Openfire greets on standard output, and a stray library complains on the other: neither reaches the console. */
    static void takeConsole(Path file) throws IOException {
        var output = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
        System.setOut(output);
        System.setErr(output);
    }
}
