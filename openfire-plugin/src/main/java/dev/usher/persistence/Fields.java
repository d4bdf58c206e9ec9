package dev.usher.persistence;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named values as one line of application/x-www-form-urlencoded: in order, a name may have several. A name with "!"
 * behind it has none. Not thread-safe.
 */
final class Fields {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if that is no such line */
    static Fields read(String text) {
        var fields = new Fields();
        if (text.isEmpty()) {
            return fields;
        }
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                fields.add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            } else if (pair.endsWith("!")) {
                fields.addAll(decode(pair.substring(0, pair.length() - 1)), List.of());
            } else {
                throw new IllegalArgumentException("a field without '=' in a stored form");
            }
        }
        return fields;
    }

    Fields add(String name, Object value) {
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value.toString());
        return this;
    }

    Fields addAll(String name, Iterable<String> more) {
        var all = values.computeIfAbsent(name, any -> new ArrayList<>());
        more.forEach(all::add);
        return this;
    }

    /** @throws IllegalArgumentException if there is none */
    String get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no '" + name + "' in a stored form"));
    }

    Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Map<String, List<String>> asMap() {
        return values;
    }

    String text() {
        var text = new StringBuilder();
        values.forEach((name, all) -> {
            if (all.isEmpty()) {
                text.append('&').append(encode(name)).append('!');
            }
            all.forEach(
                    value -> text.append('&').append(encode(name)).append('=').append(encode(value)));
        });
        return text.isEmpty() ? "" : text.substring(1);
    }

    private static String encode(String plain) {
        // URLEncoder writes "?" for half a surrogate pair: the escape comes first.
        return URLEncoder.encode(Text.escape(plain), StandardCharsets.UTF_8);
    }

    private static String decode(String encoded) {
        return Text.unescape(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }
}
