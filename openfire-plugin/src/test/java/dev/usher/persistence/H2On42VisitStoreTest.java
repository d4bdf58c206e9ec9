package dev.usher.persistence;

/** H2, which Openfire 4.2.0 takes for DB2. */
class H2On42VisitStoreTest extends JdbcVisitStoreContract {
    H2On42VisitStoreTest() {
        super(Databases.H2_ON_4_2.get());
    }
}
