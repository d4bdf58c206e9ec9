package dev.usher.persistence;

/** A real MariaDB through MySQL's driver, the one that Openfire had for both. */
class MariadbByMysqlVisitStoreTest extends JdbcVisitStoreContract {
    MariadbByMysqlVisitStoreTest() {
        super(Databases.MARIADB_BY_MYSQL.get());
    }
}
