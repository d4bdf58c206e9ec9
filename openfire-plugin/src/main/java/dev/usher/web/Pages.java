package dev.usher.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The built files of the web client, out of its jar, each read and compressed once. Thread-safe. */
final class Pages {
    private static final String ROOT = "usher-web/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "ts", "text/plain;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon");

    /** One file, as it is and compressed. */
    record Page(String type, byte[] plain, byte[] gzip) {}

    private final ClassLoader loader;
    private final Map<String, Optional<Page>> pages = new ConcurrentHashMap<>();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    Pages(ClassLoader loader) {
        this.loader = loader;
    }

    /** @param path below the root: one or two plain names, never a way up */
    Optional<Page> find(String path) {
        if (!path.matches("(assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            return Optional.empty();
        }
        var known = pages.get(path);
        if (known != null) {
            return known;
        }
        var read = read(path);
        if (read.isPresent()) {
            pages.put(path, read); // what is missing is not remembered: anybody can ask for anything
        }
        return read;
    }

    /** A page with places to fill in. @param name one of ours, never somebody else's word */
    Template template(String name) {
        return templates.computeIfAbsent(name, any -> {
            var page = find(name).orElseThrow(() -> new IllegalStateException("no page " + name));
            return new Template(new String(page.plain(), StandardCharsets.UTF_8));
        });
    }

    private Optional<Page> read(String path) {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try (var in = loader.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                return Optional.empty();
            }
            var plain = in.readAllBytes();
            return Optional.of(new Page(type, plain, Reply.gzip(plain)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
