package dev.usher.openfire;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jivesoftware.util.JiveGlobals;

/** Openfire's system properties: stored in its database, and the same on all nodes of a cluster. Thread-safe. */
final class OpenfirePropertySource implements PropertySource {
    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(JiveGlobals.getProperty(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public Set<String> namesFrom(String prefix) {
        // Not getPropertyNames(prefix): that one returns the next level only.
        return JiveGlobals.getPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }
}
