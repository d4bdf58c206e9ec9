package dev.usher.persistence;

import dev.usher.desk.VisitArchive;
import dev.usher.desk.VisitStore;
import java.util.function.Function;

/** What every store promises. A subclass brings one, empty, and can make it vanish. */
abstract class VisitStoreContract
        implements VisitPromises,
                BondPromises,
                DutyPromises,
                JournalPromises,
                FailurePromises,
                CrowdPromises,
                ArchivePromises,
                NotePromises,
                RatingPromises,
                SearchPromises {
    private final VisitStore store;
    private final VisitArchive archive;

    /** @param archive reads what that store has */
    <S extends VisitStore> VisitStoreContract(S empty, Function<S, VisitArchive> archive) {
        this.store = empty;
        this.archive = archive.apply(empty);
    }

    @Override
    public final VisitArchive archive() {
        return archive;
    }

    @Override
    public final VisitStore store() {
        return store;
    }
}
