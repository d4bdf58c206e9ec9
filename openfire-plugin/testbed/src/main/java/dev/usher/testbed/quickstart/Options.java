package dev.usher.testbed.quickstart;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;

/** What the user said on the Maven line, as system properties; an empty value counts as not said. */
record Options(
        Path home,
        Path plugin,
        OptionalInt xmpp,
        OptionalInt web,
        OptionalInt console,
        OptionalInt shop,
        boolean watchParent) {

    static Options of(Properties properties) throws Refusal {
        return new Options(
                Path.of(text(properties, "usher.home", "target/quickstart")).toAbsolutePath(),
                Path.of(text(properties, "usher.plugin.jar", "target/plugin/usher.jar"))
                        .toAbsolutePath(),
                port(properties, "usher.port.xmpp"),
                port(properties, "usher.port.web"),
                port(properties, "usher.port.console"),
                port(properties, "usher.port.shop"),
                text(properties, "usher.parent", "").equals("watch"));
    }

    private static OptionalInt port(Properties properties, String name) throws Refusal {
        var text = text(properties, name, "");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return OptionalInt.of(port);
            }
        } catch (NumberFormatException notANumber) {
            // Said below, for both.
        }
        throw new Refusal("-D" + name + "=" + text + " is no port: a number from 1 to 65535 is needed");
    }

    private static String text(Properties properties, String name, String otherwise) {
        var value = properties.getProperty(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
