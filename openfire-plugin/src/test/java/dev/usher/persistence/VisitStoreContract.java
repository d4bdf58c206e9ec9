package dev.usher.persistence;

import dev.usher.desk.VisitStore;

/** What every store promises. A subclass brings one, empty, and can make it vanish. */
abstract class VisitStoreContract
        implements VisitPromises, BondPromises, DutyPromises, JournalPromises, FailurePromises, CrowdPromises {
    private final VisitStore store;

    VisitStoreContract(VisitStore empty) {
        store = empty;
    }

    @Override
    public final VisitStore store() {
        return store;
    }
}
