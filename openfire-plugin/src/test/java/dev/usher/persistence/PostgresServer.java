package dev.usher.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jivesoftware.database.DbConnectionManager.DatabaseType;

/** A real PostgreSQL. */
final class PostgresServer extends Database {
    private final Path data = ServerFolder.fresh("postgresql");
    private final int port = ServerFolder.freePort();
    private EmbeddedPostgres server;

    private PostgresServer() {
        super("postgresql", DatabaseType.postgresql);
    }

    static Database start() {
        var database = new PostgresServer();
        database.restart();
        database.makeTables();
        return database;
    }

    @Override
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    @Override
    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void restart() {
        try {
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            ServerFolder.lasting("postgresql-binaries").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
