package dev.usher.persistence;

import java.util.function.Supplier;
import org.jivesoftware.database.DbConnectionManager.DatabaseType;

/** The databases of the tests, each started by the first who asks for it. */
final class Databases {
    /** As Openfire needs it, since H2 reserves words that its tables use. */
    private static final String WORDS = ";NON_KEYWORDS=RANK,VALUE,KEY";

    private static final Supplier<MariadbServer> MARIADB_SERVER = once(MariadbServer::start);

    static final Supplier<Database> H2_ON_4_2 = once(() -> InProcessDatabase.h2("db2", DatabaseType.db2, WORDS));
    static final Supplier<Database> H2_ON_5 = once(() -> InProcessDatabase.h2("unknown", DatabaseType.unknown, WORDS));
    static final Supplier<Database> HSQLDB = once(InProcessDatabase::hsqldb);
    static final Supplier<Database> POSTGRESQL = once(PostgresServer::start);
    static final Supplier<Database> MARIADB = once(() -> MARIADB_SERVER.get().database("mariadb", "mariadb"));
    static final Supplier<Database> MARIADB_BY_MYSQL =
            once(() -> MARIADB_SERVER.get().database("mysql", "mysql"));
    static final Supplier<Database> LIKE_ORACLE =
            once(() -> InProcessDatabase.h2("oracle", DatabaseType.oracle, ";MODE=Oracle"));
    static final Supplier<Database> LIKE_SQL_SERVER =
            once(() -> InProcessDatabase.h2("sqlserver", DatabaseType.sqlserver, ";MODE=MSSQLServer"));

    private Databases() {}

    private static <T> Supplier<T> once(Supplier<T> start) {
        return new Supplier<>() {
            private T started;

            @Override
            public synchronized T get() {
                if (started == null) {
                    started = start.get();
                }
                return started;
            }
        };
    }
}
