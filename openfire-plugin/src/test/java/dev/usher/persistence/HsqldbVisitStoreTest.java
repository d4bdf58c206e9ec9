package dev.usher.persistence;

/** Openfire's embedded database. */
class HsqldbVisitStoreTest extends JdbcVisitStoreContract {
    HsqldbVisitStoreTest() {
        super(Databases.HSQLDB.get());
    }
}
