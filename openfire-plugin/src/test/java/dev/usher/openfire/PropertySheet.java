package dev.usher.openfire;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Properties of a test, one a line: {@code name = value}. */
final class PropertySheet implements PropertySource {
    private final Map<String, String> values = new TreeMap<>();

    PropertySheet(String... lines) {
        for (var line : lines) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals).strip(), line.substring(equals + 1));
        }
    }

    PropertySheet with(String name, String value) {
        values.put(name, value);
        return this;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public Set<String> namesFrom(String prefix) {
        return values.keySet().stream().filter(name -> name.startsWith(prefix)).collect(Collectors.toSet());
    }
}
