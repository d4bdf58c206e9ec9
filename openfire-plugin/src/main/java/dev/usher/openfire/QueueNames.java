package dev.usher.openfire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The queues of one workgroup by name. Where a queue is spoken of, case does not count, and {@code _} stands for a space:
 * a property's name is easier to type without spaces.
 */
final class QueueNames {
    private final Map<String, String> byKey = new LinkedHashMap<>();

    /** Adds a queue unless one of them is called so already. */
    boolean add(String name) {
        return byKey.putIfAbsent(key(name), name) == null;
    }

    List<String> all() {
        return List.copyOf(byKey.values());
    }

    Optional<String> find(String text) {
        return Optional.ofNullable(byKey.get(key(text)));
    }

    /** The queue's own name; of a queue that there is not, the text as it is. */
    String resolve(String text) {
        return find(text).orElse(text.strip());
    }

    private static String key(String name) {
        return name.replaceAll("[\\s_]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
