package dev.usher.testbed.ground;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A session of WebDriver BiDi: commands and their results. Events are not asked for. Thread-safe. */
final class Bidi implements AutoCloseable {
    private static final int PATIENCE = 30;

    private final Map<Long, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final WebSocket socket;
    private CompletableFuture<WebSocket> sent;

    /** @param address where the browser listens, as {@code ws://127.0.0.1:1234} */
    static Bidi connect(String address) {
        var bidi = new Bidi(address);
        bidi.send("session.new", "{'capabilities':{}}");
        return bidi;
    }

    private Bidi(String address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address + "/session"), new Listener())
                .join();
        sent = CompletableFuture.completedFuture(socket);
    }

    /**
     * Waits for the command's result.
     *
     * @param parameters as JSON, in which single quotes do as well
     * @throws IllegalStateException when the browser refuses, or says nothing
     */
    JsonObject send(String method, String parameters) {
        return send(method, JsonParser.parseString(parameters).getAsJsonObject());
    }

    JsonObject send(String method, JsonObject parameters) {
        long id = last.incrementAndGet();
        var command = new JsonObject();
        command.addProperty("id", id);
        command.addProperty("method", method);
        command.add("params", parameters);
        var answer = new CompletableFuture<JsonObject>();
        asked.put(id, answer);
        post(command.toString());
        try {
            var told = answer.get(PATIENCE, TimeUnit.SECONDS);
            if (!told.get("type").getAsString().equals("success")) {
                throw new IllegalStateException(method + ": " + told.get("message"));
            }
            return told.getAsJsonObject("result");
        } catch (ExecutionException e) {
            throw new IllegalStateException(method + ": the browser is gone", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(method + ": waited " + PATIENCE + " s in vain", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One after the other: a WebSocket takes no text while the one before is on its way. */
    private synchronized void post(String text) {
        sent = sent.thenCompose(before -> socket.sendText(text, true));
    }

    @Override
    public void close() {
        socket.abort();
        end(new IllegalStateException("closed"));
    }

    private void end(Throwable why) {
        asked.values().forEach(answer -> answer.completeExceptionally(why));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                take(JsonParser.parseString(message.toString()).getAsJsonObject());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(JsonObject told) {
            var id = told.get("id");
            var answer = id == null || id.isJsonNull() ? null : asked.remove(id.getAsLong());
            if (answer != null) {
                answer.complete(told);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end(new IllegalStateException("The browser closed the session"));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end(error);
        }
    }
}
