package dev.usher.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One answer, compressed for those who take that. Not thread-safe. */
final class Reply {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Reply(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    void json(String json) throws IOException {
        response.setContentType("application/json");
        write(json.getBytes(StandardCharsets.US_ASCII));
    }

    /** A file of the web client, or nothing but 404. */
    void file(Optional<Pages.Page> file) throws IOException {
        if (file.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(file.get().type());
        response.setHeader("Vary", "Accept-Encoding");
        write(file.get().plain(), file.get().gzip());
    }

    /** @param vary the headers besides Accept-Encoding that decide what is in the page */
    void page(int status, String html, String vary) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Vary", "Accept-Encoding, " + vary);
        var plain = html.getBytes(StandardCharsets.UTF_8);
        write(plain, gzip(plain));
    }

    /** What may change at any time, and is not sent again while it has not. */
    void tagged(String type, byte[] body) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        if (!isKnown(body, "")) {
            response.setContentType(type);
            write(body);
        }
    }

    /** A file under a name that stays: kept for an hour, and then not sent again while it has not changed. */
    void lasting(Optional<Pages.Page> file) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=3600, must-revalidate");
        // Weak, since it is the same for what is compressed and what is not (RFC 9110 §8.8.3).
        if (file.isEmpty() || !isKnown(file.get().plain(), "W/")) {
            file(file);
        }
    }

    private boolean isKnown(byte[] body, String strength) {
        var sum = new CRC32();
        sum.update(body);
        var tag = '"' + Long.toHexString(sum.getValue()) + '-' + body.length + '"';
        response.setHeader("ETag", strength + tag);
        var known = request.getHeader("If-None-Match");
        if (known == null || !known.contains(tag)) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    private void write(byte[] plain, byte[] gzip) throws IOException {
        var accepted = request.getHeader("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            write(gzip);
        } else {
            write(plain);
        }
    }

    private void write(byte[] body) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
