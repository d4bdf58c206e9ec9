package dev.usher.desk;

import dev.usher.routing.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

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

    /** Posts to the desk of that name. Returns whether there is one. */
    public boolean report(String name, Command command) {
        desk(name).ifPresent(loop -> loop.report(command));
        return lines.containsKey(name);
    }

    /** Every desk begins to work. @param isHere whether a connection (a full JID) is still there */
    public void open(Predicate<String> isHere) {
        lines.values().forEach(line -> line.loop().open(isHere));
    }

    /** The future is done when everything that was posted before has been stored and told. */
    public CompletableFuture<Void> flush() {
        return CompletableFuture.allOf(
                lines.values().stream().map(line -> line.loop().flush()).toArray(CompletableFuture<?>[]::new));
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

    @Override
    public boolean isMonitor(String workgroup, String user) {
        return desk(workgroup)
                .map(loop -> loop.status().monitors().contains(user))
                .orElse(false);
    }

    private static Listing listing(Line<?> line) {
        return new Listing(line.name(), line.title(), line.loop().status().state());
    }
}
