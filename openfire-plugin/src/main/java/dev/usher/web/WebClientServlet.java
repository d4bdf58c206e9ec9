package dev.usher.web;

import dev.usher.desk.Directory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Hands out the web client. GET and HEAD only; nothing is ever written, and no session is kept. Thread-safe. */
public final class WebClientServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CONFIG = "/config.json";

    private final transient Directory directory;
    private final transient ClientConfig config;
    private final transient Pages pages;

    /**
     * @param domain the XMPP domain
     * @param service the domain of the workgroups
     */
    public WebClientServlet(Directory directory, String domain, String service, Clock clock) {
        this.directory = directory;
        this.config = new ClientConfig(domain, service, clock);
        this.pages = new Pages(WebClientServlet.class.getClassLoader());
    }

    /** Nothing but GET and HEAD: HttpServlet would answer TRACE with the headers that it was sent. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var method = request.getMethod();
        if (method.equals("GET") || method.equals("HEAD")) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        SecurityHeaders.set(response, path.equals("/frame"));
        if (path.startsWith("/c/")) {
            workgroup(request, response, path.substring("/c/".length()));
        } else if (path.equals("/frame") || path.equals("/hop")) {
            response.setHeader("Cache-Control", "no-cache");
            page(request, response, path.substring(1) + ".html", HttpServletResponse.SC_OK);
        } else if (path.startsWith("/assets/")) {
            // The names carry a hash of the content.
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            page(request, response, path.substring(1), HttpServletResponse.SC_OK);
        } else {
            missing(request, response);
        }
    }

    private void workgroup(HttpServletRequest request, HttpServletResponse response, String rest) throws IOException {
        boolean wantsConfig = rest.endsWith(CONFIG);
        var name = wantsConfig ? rest.substring(0, rest.length() - CONFIG.length()) : rest;
        var listing = directory.find(name);
        if (listing.isEmpty()) {
            missing(request, response);
        } else if (wantsConfig) {
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("application/json");
            write(response, config.json(listing.get()).getBytes(StandardCharsets.US_ASCII));
        } else {
            response.setHeader("Cache-Control", "no-cache");
            page(request, response, "chat.html", HttpServletResponse.SC_OK);
        }
    }

    private void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        page(request, response, "missing.html", HttpServletResponse.SC_NOT_FOUND);
    }

    private void page(HttpServletRequest request, HttpServletResponse response, String path, int status)
            throws IOException {
        var page = pages.find(path);
        if (page.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(status);
        response.setContentType(page.get().type());
        response.setHeader("Vary", "Accept-Encoding");
        var accepted = request.getHeader("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            write(response, page.get().gzip());
        } else {
            write(response, page.get().plain());
        }
    }

    private static void write(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
