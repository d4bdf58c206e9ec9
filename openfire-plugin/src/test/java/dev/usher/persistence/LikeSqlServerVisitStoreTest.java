package dev.usher.persistence;

/** H2 that takes SQL Server's types. There is no SQL Server to be had here. */
class LikeSqlServerVisitStoreTest extends JdbcVisitStoreContract {
    LikeSqlServerVisitStoreTest() {
        super(Databases.LIKE_SQL_SERVER.get());
    }
}
