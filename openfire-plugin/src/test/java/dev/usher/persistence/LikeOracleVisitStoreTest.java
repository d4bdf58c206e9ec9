package dev.usher.persistence;

/** H2 that takes Oracle's types, and an empty text for NULL as Oracle does. There is no Oracle to be had here. */
class LikeOracleVisitStoreTest extends JdbcVisitStoreContract {
    LikeOracleVisitStoreTest() {
        super(Databases.LIKE_ORACLE.get());
    }
}
