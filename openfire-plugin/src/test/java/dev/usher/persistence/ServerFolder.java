package dev.usher.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a server of the tests lives: a folder below target/, a port of its own on this machine only. */
final class ServerFolder {
    private static final Path ALL = Path.of("target", "databases").toAbsolutePath();

    private ServerFolder() {}

    /** What an earlier run has left for good, such as unpacked binaries. */
    static Path lasting(String name) {
        return ALL.resolve(name);
    }

    static Path fresh(String name) {
        try {
            var folder = ALL.resolve(name);
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
