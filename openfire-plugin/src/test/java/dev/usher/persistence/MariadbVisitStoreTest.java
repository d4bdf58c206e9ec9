package dev.usher.persistence;

/** A real MariaDB through its own driver, which Openfire brings from 5.2 on. */
class MariadbVisitStoreTest extends JdbcVisitStoreContract {
    MariadbVisitStoreTest() {
        super(Databases.MARIADB.get());
    }
}
