package dev.usher.web;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Directory;
import dev.usher.desk.Submissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Hands out the web client, and takes what is handed in by a form. No session is kept. Thread-safe. */
public final class WebClientServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String LANGUAGE = "Accept-Language";
    private static final String CHAT_VARIES = LANGUAGE + ", Sec-Fetch-Dest";
    /** What a browser wants a page for (Fetch, Sec-Fetch-Dest) when it is not for a window of its own. */
    private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object", "fencedframe");

    private final transient Directory directory;
    private final transient Function<String, ChatPage> settings;
    private final transient Supplier<List<String>> uploads;
    private final transient ClientConfig config;
    private final transient Pages files;
    private final transient CustomerPages pages;
    private final transient PostedForms forms;

    /**
     * @param settings what an admin decides about the page of a workgroup
     * @param submissions takes what customers hand in by a form
     * @param origins the network that a request comes from, by its address and what proxies say of it (X-Forwarded-For)
     * @param uploads the origins, besides our own, that take the files of customers (XEP-0363)
     * @param domain the XMPP domain
     * @param service the domain of the workgroups
     */
    public WebClientServlet(
            Directory directory,
            Function<String, ChatPage> settings,
            Submissions submissions,
            BinaryOperator<String> origins,
            Supplier<List<String>> uploads,
            String domain,
            String service,
            Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.uploads = uploads;
        this.config = new ClientConfig(domain, service, clock);
        this.files = new Pages(WebClientServlet.class.getClassLoader());
        this.pages = new CustomerPages(files);
        this.forms = new PostedForms(new HandIn(submissions, origins), pages);
    }

    /** Nothing but this: HttpServlet would answer TRACE with the headers that it was sent. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var method = request.getMethod();
        if (method.equals("GET") || method.equals("HEAD")) {
            super.service(request, response);
        } else if (method.equals("POST") && PostedForms.isPlace(request.getPathInfo())) {
            forms.take(request, response);
        } else {
            response.setHeader("Allow", PostedForms.isPlace(request.getPathInfo()) ? "POST" : "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        var reply = new Reply(request, response);
        SecurityHeaders.set(response);
        if (path.startsWith("/c/")) {
            workgroup(request, response, path.substring("/c/".length()));
        } else if (path.equals("/frame")) {
            SecurityHeaders.setForFrame(response);
            response.setHeader("Cache-Control", "no-cache");
            reply.file(files.find("frame.html"));
        } else if (path.equals("/hop")) {
            response.setHeader("Cache-Control", "no-cache");
            reply.page(HttpServletResponse.SC_OK, pages.hop(words(request)), LANGUAGE);
        } else if (path.equals("/embed.js") || path.equals("/embed.d.ts")) {
            // Any website may load it, with a checksum (SRI) too.
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
            reply.lasting(files.find(path.substring(1)));
        } else if (path.startsWith("/assets/")) {
            // The names carry a hash of the content.
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            reply.file(files.find(path.substring(1)));
        } else {
            missing(request, response);
        }
    }

    private void workgroup(HttpServletRequest request, HttpServletResponse response, String rest) throws IOException {
        int slash = rest.indexOf('/');
        var part = slash < 0 ? "" : rest.substring(slash);
        var listing = directory.find(slash < 0 ? rest : rest.substring(0, slash));
        if (listing.isEmpty()) {
            missing(request, response);
            return;
        }
        var page = settings.apply(listing.get().name());
        var reply = new Reply(request, response);
        switch (part) {
            case "" -> chat(request, response, listing.get());
            case "/config.json" -> {
                response.setHeader("Cache-Control", "no-store");
                reply.json(config.json(listing.get(), page, words(request)));
            }
            case "/state.json" -> {
                response.setHeader("Access-Control-Allow-Origin", "*");
                response.setHeader("Cache-Control", "public, max-age=5");
                reply.json(ClientConfig.state(listing.get()));
            }
            case "/theme.css" ->
                reply.tagged("text/css;charset=utf-8", ThemeCss.of(page.theme()).getBytes(StandardCharsets.US_ASCII));
            case "/logo" -> logo(request, response, page);
            default -> missing(request, response);
        }
    }

    private void chat(HttpServletRequest request, HttpServletResponse response, Directory.Listing workgroup)
            throws IOException {
        var reply = new Reply(request, response);
        var page = settings.apply(workgroup.name());
        response.setHeader("Cache-Control", "no-cache");
        // Only sent to who is reached over TLS, or on the same machine; elsewhere frame-ancestors keeps the chat out.
        var destination = request.getHeader("Sec-Fetch-Dest");
        if (destination != null && FRAMES.contains(destination)) {
            SecurityHeaders.setForFramed(response);
            reply.page(HttpServletResponse.SC_OK, pages.framed(workgroup, page, words(request)), CHAT_VARIES);
        } else {
            SecurityHeaders.setForChat(response, uploads.get());
            reply.page(HttpServletResponse.SC_OK, pages.chat(workgroup, page, words(request)), CHAT_VARIES);
        }
    }

    private void logo(HttpServletRequest request, HttpServletResponse response, ChatPage page) throws IOException {
        if (page.logo().isEmpty()) {
            missing(request, response);
            return;
        }
        SecurityHeaders.setForPicture(response);
        new Reply(request, response)
                .tagged(page.logo().get().type(), page.logo().get().bytes());
    }

    private void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        new Reply(request, response).page(HttpServletResponse.SC_NOT_FOUND, pages.missing(words(request)), LANGUAGE);
    }

    private static Words words(HttpServletRequest request) {
        return Words.wanted(request.getParameter("lang"), request.getHeader(LANGUAGE));
    }
}
