package dev.usher.persistence;

/** The contract of a store in one database, emptied before each test. */
abstract class JdbcVisitStoreContract extends VisitStoreContract {
    private final Database database;

    JdbcVisitStoreContract(Database database) {
        super(new JdbcVisitStore(database), store -> new JdbcVisitArchive(database));
        this.database = database;
        database.clear();
    }

    @Override
    public void vanish() {
        database.stop();
    }

    @Override
    public void comeBack() {
        database.restart();
    }
}
