package dev.usher.desk;

import dev.usher.routing.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The desks of this server by the names of their workgroups. Set up once, then only read: thread-safe. */
public final class Switchboard<O> implements Directory {
    /** One workgroup as the admin named it. */
    public record Line<O>(String name, String title, DeskLoop<O> loop) {}

    private final Map<String, Line<O>> lines = new LinkedHashMap<>();

    public Switchboard(List<Line<O>> lines) {
        lines.forEach(line -> this.lines.put(line.name(), line));
    }

    public Optional<DeskLoop<O>> desk(String name) {
        return Optional.ofNullable(lines.get(name)).map(Line::loop);
    }

    /** Tells every desk. */
    public void report(Command command) {
        lines.values().forEach(line -> line.loop().report(command));
    }

    /** Closes every desk. The future is done when everybody has been told. */
    public CompletableFuture<Void> close() {
        return CompletableFuture.allOf(
                lines.values().stream().map(line -> line.loop().close()).toArray(CompletableFuture<?>[]::new));
    }

    @Override
    public Optional<Listing> find(String name) {
        return Optional.ofNullable(lines.get(name)).map(Switchboard::listing);
    }

    @Override
    public List<Listing> all() {
        return lines.values().stream().map(Switchboard::listing).toList();
    }

    @Override
    public List<String> servedBy(String user) {
        return lines.values().stream()
                .filter(line -> line.loop().status().agents().contains(user))
                .map(Line::name)
                .toList();
    }

    private static Listing listing(Line<?> line) {
        return new Listing(line.name(), line.title(), line.loop().status().open());
    }
}
