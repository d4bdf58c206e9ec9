package dev.usher.testbed.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.usher.testbed.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A little shop on an origin of its own, as a customer's site would be. What it has of Usher is a link to the chat page and
 * the script for websites, and its headers are as strict as a careful site's.
 */
public final class DemoShop implements AutoCloseable {
    private static final Map<String, String> FILES = Map.of(
            "/", "index.html",
            "/product", "product.html",
            "/cart", "cart.html",
            "/shop.css", "shop.css",
            "/shop.js", "shop.js",
            "/lantern.svg", "lantern.svg",
            "/globe.svg", "globe.svg",
            "/candle.svg", "candle.svg");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final SecureRandom random = new SecureRandom();
    private final URI chat;

    private DemoShop(HttpServer server, URI chat) {
        this.server = server;
        this.chat = chat;
    }

    /** Opens the shop; port 0 is any free one. The address is the one that "Chat with us" leads to. */
    public static DemoShop open(int port, String chat) throws IOException {
        var shop = new DemoShop(HttpServer.create(Loopback.at(port), 0), URI.create(chat));
        shop.server.createContext("/", shop::answer);
        shop.server.setExecutor(shop.threads);
        shop.server.start();
        return shop;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            var file = FILES.get(exchange.getRequestURI().getPath());
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var nonce = Long.toHexString(random.nextLong());
            var body = body(file, nonce);
            strict(exchange, nonce);
            exchange.getResponseHeaders().set("Content-Type", TYPES.get(file.substring(file.indexOf('.') + 1)));
            exchange.sendResponseHeaders(200, method.equals("HEAD") ? -1 : body.length);
            if (method.equals("GET")) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private byte[] body(String file, String nonce) throws IOException {
        try (var in = DemoShop.class.getResourceAsStream(file)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("${chat}", chat.toString())
                    .replace("${embed}", chat.resolve("/usher/embed.js").toString())
                    .replace("${nonce}", nonce)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private void strict(HttpExchange exchange, String nonce) {
        var headers = exchange.getResponseHeaders();
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'nonce-" + nonce + "'; connect-src "
                        + chat.resolve("/") + "usher/; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Cache-Control", "no-store");
    }
}
