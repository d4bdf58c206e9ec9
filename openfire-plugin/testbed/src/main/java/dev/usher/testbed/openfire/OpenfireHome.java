package dev.usher.testbed.openfire;

import dev.usher.testbed.Directories;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/**
 * The directory that an Openfire installer would have laid out. What is configuration is written anew at every start;
 * the database, and so every account and setting, stays.
 */
final class OpenfireHome {
    private static final List<String> KEY_STORES = List.of("keystore", "truststore", "client.truststore");
    // Openfire's own default. The stores are empty: nothing here speaks TLS.
    private static final char[] KEY_STORE_PASSWORD = "changeit".toCharArray();

    private final OpenfireConfig config;

    OpenfireHome(OpenfireConfig config) {
        this.config = config;
    }

    /**
     * Writes what is missing or old, and holds the directory until the result is closed.
     *
     * @throws IOException also if the directory is somebody else's, or another server runs in it
     */
    FileChannel layOut() throws IOException {
        refuseForeign();
        Files.createDirectories(config.home());
        var lock = lock();
        write(
                "conf/openfire.xml",
                resource("openfire.xml")
                        .replace("${consolePort}", Integer.toString(config.consolePort()))
                        .replace("${connectionProvider}", H2Connections.class.getName()));
        // Openfire keeps its own notes in this one.
        if (Files.notExists(config.home().resolve("conf/security.xml"))) {
            write("conf/security.xml", resource("security.xml"));
        }
        // Openfire 4.2.0 takes H2 for DB2, and so asks for the script by that name.
        write("resources/database/openfire_db2.sql", resource("schema.sql"));
        write("plugins/admin/plugin.xml", resource("admin/plugin.xml"));
        write("plugins/admin/webapp/WEB-INF/web.xml", resource("admin/web.xml"));
        write("plugins/admin/webapp/console.css", resource("admin/console.css"));
        for (String name : KEY_STORES) {
            emptyKeyStore(config.home().resolve("resources/security").resolve(name));
        }
        if (config.plugin().isPresent()) {
            install(config.plugin().get());
        }
        return lock;
    }

    /** A directory that was mistyped, or the home of a real Openfire, must not be written over. */
    private void refuseForeign() throws IOException {
        if (Files.notExists(config.home())) {
            return;
        }
        try (var entries = Files.list(config.home())) {
            if (entries.findAny().isEmpty()) {
                return;
            }
        }
        var configuration = config.home().resolve("conf/openfire.xml");
        if (Files.notExists(configuration)
                || !Files.readString(configuration).contains(H2Connections.class.getName())) {
            throw new IOException(config.home() + " is neither empty nor the home of an embedded server");
        }
    }

    /** Two servers on one database would see only one of them fail, and late. */
    private FileChannel lock() throws IOException {
        var file = config.home().resolve("lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("Another server is running in " + config.home());
        }
        return channel;
    }

    private void install(Path jar) throws IOException {
        var plugins = config.home().resolve("plugins");
        // Openfire unpacks a jar again only if it looks newer than what was unpacked before: never leave that to
        // clocks.
        Directories.delete(plugins.resolve(pluginName(jar)));
        Files.copy(jar, plugins.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Openfire's name for a plugin: its file's, in lower case, without the ending. */
    static String pluginName(Path jar) {
        var file = jar.getFileName().toString().toLowerCase();
        return file.substring(0, file.lastIndexOf('.'));
    }

    private void write(String path, String text) throws IOException {
        var file = config.home().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String resource(String name) throws IOException {
        try (var in = OpenfireHome.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void emptyKeyStore(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            var store = KeyStore.getInstance("JKS");
            store.load(null, KEY_STORE_PASSWORD);
            store.store(out, KEY_STORE_PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no JKS key stores", e);
        }
    }
}
