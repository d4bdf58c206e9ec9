package dev.usher.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One request to a servlet and what came of it. Only what a servlet of ours may ask or do is there. */
final class Exchange {
    private final Map<String, String> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> parameters = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private byte[] sent = {};
    private String type;
    private int status = 200;

    /** @param path what follows the context, as the container has decoded it, and a query; null for nothing at all */
    static Exchange get(WebClientServlet servlet, String path, String... headers) {
        return new Exchange().send(servlet, "GET", path, headers);
    }

    /** @param type of the body; null for none */
    static Exchange post(WebClientServlet servlet, String path, String type, String body, String... headers) {
        var exchange = new Exchange();
        exchange.sent = body.getBytes(StandardCharsets.UTF_8);
        exchange.type = type;
        return exchange.send(servlet, "POST", path, headers);
    }

    static Exchange of(WebClientServlet servlet, String method, String path) {
        return new Exchange().send(servlet, method, path);
    }

    int status() {
        return status;
    }

    /** Null where there is no such header. */
    String header(String name) {
        return headers.get(name);
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    String unzipped() {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exchange send(WebClientServlet servlet, String method, String path, String... pairs) {
        var query = Pattern.compile("[?&](\\w+)=([^&]*)").matcher(path == null ? "" : path);
        query.results().forEach(part -> parameters.put(part.group(1), part.group(2)));
        for (int i = 0; i < pairs.length; i += 2) {
            asked.put(pairs[i], pairs[i + 1]);
        }
        var request = proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getPathInfo" -> path == null ? null : path.replaceFirst("\\?.*", "");
            case "getProtocol" -> "HTTP/1.1";
            case "getParameter" -> parameters.get((String) arguments[0]);
            case "getContentType" -> type;
            case "getInputStream" -> input();
            case "getRemoteAddr" -> "192.0.2.7";
            case "getHeaders" -> {
                var header = asked.get((String) arguments[0]);
                yield Collections.enumeration(header == null ? List.of() : List.of(header.split("\n")));
            }
            case "getHeader" -> asked.get((String) arguments[0]);
            case "getDateHeader" -> -1L;
            default -> throw new UnsupportedOperationException(name);
        });
        var response = proxy(HttpServletResponse.class, this::respond);
        try {
            servlet.service(request, response);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Object respond(String name, Object... arguments) {
        switch (name) {
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "containsHeader" -> {
                return headers.containsKey((String) arguments[0]);
            }
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "setStatus", "sendError" -> status = (Integer) arguments[0];
            case "getOutputStream" -> {
                return output();
            }
            default -> throw new UnsupportedOperationException(name);
        }
        return null;
    }

    private ServletInputStream input() {
        var in = new ByteArrayInputStream(sent);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read() {
                return in.read();
            }
        };
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) {
                body.write(b);
            }
        };
    }

    @FunctionalInterface
    private interface Calls {
        Object call(String name, Object... arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.call(method.getName(), arguments)));
    }
}
