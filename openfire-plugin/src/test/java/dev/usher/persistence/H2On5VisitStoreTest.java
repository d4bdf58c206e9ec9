package dev.usher.persistence;

/** H2, which Openfire 5 does not know. */
class H2On5VisitStoreTest extends JdbcVisitStoreContract {
    H2On5VisitStoreTest() {
        super(Databases.H2_ON_5.get());
    }
}
