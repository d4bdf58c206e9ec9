package dev.usher.persistence;

/** A real PostgreSQL. */
class PostgresqlVisitStoreTest extends JdbcVisitStoreContract {
    PostgresqlVisitStoreTest() {
        super(Databases.POSTGRESQL.get());
    }
}
