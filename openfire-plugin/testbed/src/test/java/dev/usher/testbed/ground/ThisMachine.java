package dev.usher.testbed.ground;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What programs there are here, and how to get one more of the system's packages. */
final class ThisMachine {
    private ThisMachine() {}

    /** Finds a program on the search path. */
    static Optional<Path> search(String program) {
        for (var directory : System.getenv("PATH").split(File.pathSeparator)) {
            var file = Path.of(directory, program);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Installs the package, and finds the program of the same name. Only root can, and only where there is APT. */
    static Optional<Path> install(String name) {
        var apt = search("apt-get");
        if (apt.isEmpty() || !isRoot()) {
            return Optional.empty();
        }
        var program = apt.get().toString();
        var installing = new ProcessBuilder(program, "install", "-y", name);
        installing.environment().put("DEBIAN_FRONTEND", "noninteractive");
        var installed = run("Updating the list of packages", new ProcessBuilder(program, "update"))
                && run("Installing the package " + name, installing);
        return installed ? search(name) : Optional.empty();
    }

    /** Whether it worked. What it prints is printed. */
    static boolean run(String what, ProcessBuilder builder) {
        System.out.println(what + " …");
        try {
            var process = builder.redirectErrorStream(true).start();
            // Line by line: a forked test machine's own output stream belongs to Maven.
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(System.out::println);
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            System.out.println(e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
