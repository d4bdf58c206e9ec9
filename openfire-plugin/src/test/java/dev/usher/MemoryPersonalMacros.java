package dev.usher;

import dev.usher.desk.PersonalMacros;
import dev.usher.desk.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Forgets when the test is over. {@link #vanish} makes every call fail until {@link #comeBack}. Thread-safe. */
public final class MemoryPersonalMacros implements PersonalMacros {
    private final Map<List<String>, String> models = new ConcurrentHashMap<>();
    private volatile boolean isThere = true;

    public void vanish() {
        isThere = false;
    }

    public void comeBack() {
        isThere = true;
    }

    @Override
    public Optional<String> find(String workgroup, String user) {
        requireThere();
        return Optional.ofNullable(models.get(List.of(workgroup, user)));
    }

    @Override
    public void save(String workgroup, String user, String model) {
        requireThere();
        models.put(List.of(workgroup, user), model);
    }

    /** How many agents have saved any, each workgroup counted apart. */
    public int size() {
        return models.size();
    }

    private void requireThere() {
        if (!isThere) {
            throw new StoreException("The store is not there", null);
        }
    }
}
