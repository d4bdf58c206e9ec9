package dev.usher.testbed.ground;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.usher.testbed.Loopback;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dom4j.Element;
import org.jivesoftware.openfire.component.InternalComponentManager;
import org.xmpp.component.Component;
import org.xmpp.component.ComponentException;
import org.xmpp.component.ComponentManager;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;
import org.xmpp.packet.PacketError;

/**
 * Takes files (XEP-0363): a component of the embedded server, {@code upload.usher.test}, until it is closed, and a place
 * on the web under a name of its own. It keeps what is put where it said, with the header that it asked for. Any number of
 * threads.
 */
public final class UploadService implements Component, AutoCloseable {
    /** Of a file, in bytes. */
    public static final int MOST = 1_048_576;

    private static final String SUBDOMAIN = "upload";
    private static final String UPLOAD = "urn:xmpp:http:upload:0";
    private static final String DISCO_INFO = "http://jabber.org/protocol/disco#info";

    /** One file. The type is the one that came with it. */
    public record Kept(String type, byte[] bytes) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    /** By path: what has to be said to put a file there. */
    private final Map<String, String> tickets = new ConcurrentHashMap<>();

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile ComponentManager manager;

    private UploadService(HttpServer server) {
        this.server = server;
    }

    public static UploadService open() throws IOException, ComponentException {
        var service = new UploadService(HttpServer.create(Loopback.at(0), 0));
        service.server.createContext("/", service::answer);
        service.server.setExecutor(service.threads);
        service.server.start();
        InternalComponentManager.getInstance().addComponent(SUBDOMAIN, service);
        return service;
    }

    public String origin() {
        return "http://files.test:" + server.getAddress().getPort();
    }

    /** The names of the files for which a place was asked. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** All that came over HTTP: the methods, in the order in which they came. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What is kept, by its address. */
    public Map<String, Kept> kept() {
        var byAddress = new ConcurrentHashMap<String, Kept>();
        kept.forEach((path, file) -> byAddress.put(origin() + path, file));
        return byAddress;
    }

    /** What comes from now on is not read before {@link #goOn()}. */
    public void stop() {
        gate = new CountDownLatch(1);
    }

    public void goOn() {
        gate.countDown();
    }

    @Override
    public String getName() {
        return "Files";
    }

    @Override
    public String getDescription() {
        return "Takes files";
    }

    @Override
    public void initialize(JID jid, ComponentManager componentManager) {
        manager = componentManager;
    }

    @Override
    public void start() {}

    @Override
    public void shutdown() {}

    @Override
    public void processPacket(Packet packet) {
        if (!(packet instanceof IQ request) || !request.isRequest()) {
            return;
        }
        try {
            manager.sendPacket(this, answer(request));
        } catch (ComponentException e) {
            throw new IllegalStateException(e);
        }
    }

    private IQ answer(IQ request) {
        var asks = request.getChildElement();
        var result = IQ.createResultIQ(request);
        switch (asks.getNamespaceURI()) {
            case DISCO_INFO -> describe(result.setChildElement("query", DISCO_INFO));
            case UPLOAD -> give(asks, result);
            default -> result.setError(PacketError.Condition.service_unavailable);
        }
        return result;
    }

    private static void describe(Element query) {
        query.addElement("identity")
                .addAttribute("category", "store")
                .addAttribute("type", "file")
                .addAttribute("name", "Files");
        query.addElement("feature").addAttribute("var", DISCO_INFO);
        query.addElement("feature").addAttribute("var", UPLOAD);
        var form = query.addElement("x", "jabber:x:data").addAttribute("type", "result");
        form.addElement("field")
                .addAttribute("var", "FORM_TYPE")
                .addAttribute("type", "hidden")
                .addElement("value")
                .setText(UPLOAD);
        form.addElement("field")
                .addAttribute("var", "max-file-size")
                .addElement("value")
                .setText(Integer.toString(MOST));
    }

    private void give(Element request, IQ result) {
        var name = request.attributeValue("filename");
        asked.add(name);
        if (Long.parseLong(request.attributeValue("size")) > MOST) {
            result.setError(PacketError.Condition.not_acceptable);
            return;
        }
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        var path = "/" + UUID.randomUUID() + "/" + encoded;
        var ticket = "Bearer " + UUID.randomUUID();
        tickets.put(path, ticket);
        var slot = result.setChildElement("slot", UPLOAD);
        slot.addElement("put")
                .addAttribute("url", origin() + path)
                .addElement("header")
                .addAttribute("name", "Authorization")
                .setText(ticket);
        slot.addElement("get").addAttribute("url", origin() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod());
            var headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Allow-Methods", "PUT, OPTIONS");
            headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
            switch (exchange.getRequestMethod()) {
                case "OPTIONS" -> exchange.sendResponseHeaders(204, -1);
                case "PUT" -> exchange.sendResponseHeaders(keep(exchange), -1);
                default -> show(exchange);
            }
        }
    }

    /** Returns the status. */
    private int keep(HttpExchange exchange) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return 503;
        }
        var headers = exchange.getRequestHeaders();
        var path = exchange.getRequestURI().getRawPath();
        var bytes = exchange.getRequestBody().readAllBytes();
        // A place is given for one file only.
        if (!headers.getFirst("Authorization").equals(tickets.remove(path))) {
            return 403;
        }
        kept.put(path, new Kept(headers.getFirst("Content-Type"), bytes));
        return 201;
    }

    private void show(HttpExchange exchange) throws IOException {
        var file = kept.get(exchange.getRequestURI().getRawPath());
        if (file == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", file.type());
        exchange.sendResponseHeaders(200, file.bytes().length);
        exchange.getResponseBody().write(file.bytes());
    }

    @Override
    public void close() {
        InternalComponentManager.getInstance().removeComponent(SUBDOMAIN, this);
        server.stop(0);
        threads.shutdownNow();
    }
}
