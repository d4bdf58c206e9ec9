package dev.usher.testbed.ground;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.usher.testbed.Loopback;
import dev.usher.testbed.Poll;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A site that an agent leads customers to. It answers on every {@code *.test} name, and its log of requests is the truth
 * about where a browser went. Any number of threads.
 */
public final class TargetSite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One request, in the order in which they came. The path has the query with it; header names are capitalised. */
    public record Request(String method, String host, String path, Map<String, List<String>> headers, Instant at) {}

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> log = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private TargetSite(HttpServer server) {
        this.server = server;
    }

    public static TargetSite open() throws IOException {
        var site = new TargetSite(HttpServer.create(Loopback.at(0), 0));
        site.server.createContext("/", site::answer);
        site.server.setExecutor(site.threads);
        site.server.start();
        return site;
    }

    /** Sends that header with every answer from now on, as {@code X-Frame-Options: DENY}. */
    public TargetSite header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Answers that path with these contents of a body element; other paths get a page that names them. */
    public TargetSite page(String path, String html) {
        answers.put(path, new Answer(200, html));
        return this;
    }

    public TargetSite status(String path, int status) {
        answers.put(path, new Answer(status, ""));
        return this;
    }

    public String address(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    public List<Request> requests() {
        return List.copyOf(log);
    }

    /** The first request for that path, waiting until it comes. */
    public Request await(String path) {
        return await(request -> request.path().equals(path), "a request for " + path);
    }

    public Request await(Predicate<Request> wanted, String what) {
        Poll.until(() -> first(wanted).isPresent(), PATIENCE, () -> "No " + what + " among " + log);
        return first(wanted).orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Optional<Request> first(Predicate<Request> wanted) {
        return log.stream().filter(wanted).findFirst();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            var host = exchange.getRequestHeaders().getFirst("Host");
            log.add(new Request(
                    exchange.getRequestMethod(), host, path, Map.copyOf(exchange.getRequestHeaders()), Instant.now()));
            var answer = answers.getOrDefault(path, new Answer(200, "<h1>Here is a page</h1>"));
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            var page = "<!doctype html><html lang=en><title>" + path.replace("<", "&lt;") + "</title><body>"
                    + answer.body();
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            boolean empty = answer.status() == 204 || answer.status() == 304;
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : bytes.length);
            if (!empty) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
