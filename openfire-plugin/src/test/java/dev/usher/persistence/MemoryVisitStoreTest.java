package dev.usher.persistence;

import dev.usher.MemoryVisitArchive;
import dev.usher.MemoryVisitStore;

/** The store that other tests use instead of a database. */
class MemoryVisitStoreTest extends VisitStoreContract {
    MemoryVisitStoreTest() {
        super(new MemoryVisitStore(), MemoryVisitArchive::new);
    }

    @Override
    public void vanish() {
        ((MemoryVisitStore) store()).vanish();
    }

    @Override
    public void comeBack() {
        ((MemoryVisitStore) store()).comeBack();
    }
}
