package dev.usher.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The listeners of a desk. Thread-safe. One that throws does not keep the news from the others. */
final class Audience {

    private static final Logger LOG = System.getLogger(Audience.class.getName());

    private final List<DeskListener> listeners = new CopyOnWriteArrayList<>();

    void add(DeskListener listener) {
        listeners.add(listener);
    }

    void remove(DeskListener listener) {
        listeners.remove(listener);
    }

    void tell(Consumer<DeskListener> news) {
        listeners.forEach(listener -> tell(listener, news));
    }

    static <L> void tell(L listener, Consumer<L> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "listener-failed", e);
        }
    }
}
