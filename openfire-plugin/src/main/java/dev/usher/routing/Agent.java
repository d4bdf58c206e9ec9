package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One agent who is online: the connections, and what bears on who is asked next. Owned by the roster. */
final class Agent {
    private final String user;
    private final Map<String, Address> available = new LinkedHashMap<>();
    private final Map<String, Address> away = new LinkedHashMap<>();
    private final Hand hand;
    private Instant idleSince;
    private int wish;
    private int lapses;
    private boolean notAnswering;
    /** When this agent was asked last, counted in offers of the workgroup. */
    private long lastAsked;
    /** When this agent took a visit last, counted in visits of the workgroup. */
    private long lastTaken;

    Agent(String user, Hand hand, Instant idleSince) {
        this.user = user;
        this.hand = hand;
        this.idleSince = idleSince;
    }

    String user() {
        return user;
    }

    /** How much the agent has in hand: visits, and those that are being wrapped up. */
    int load() {
        return hand.load();
    }

    boolean isAsked() {
        return hand.isAsked();
    }

    boolean hasCapacity(Settings settings) {
        return hand.load() < settings.capacity(user, wish);
    }

    Instant idleSince() {
        return idleSince;
    }

    int wish() {
        return wish;
    }

    long lastAsked() {
        return lastAsked;
    }

    long lastTaken() {
        return lastTaken;
    }

    /** Where to send an offer: the connection that said last that it is available; null while away everywhere. */
    Address contact() {
        Address last = null;
        for (var address : available.values()) {
            last = address;
        }
        return last;
    }

    /** The connection that counts: an available one before the others. */
    Address anyContact() {
        return available.isEmpty() ? away.values().iterator().next() : contact();
    }

    boolean isAvailable() {
        return !available.isEmpty() && !notAnswering;
    }

    boolean isGone() {
        return available.isEmpty() && away.isEmpty();
    }

    List<Address> connections() {
        var all = new ArrayList<>(away.values());
        all.addAll(available.values());
        return all;
    }

    void attend(Address connection, boolean isAvailable, int wish) {
        available.remove(connection.connection());
        away.remove(connection.connection());
        (isAvailable ? available : away).put(connection.connection(), connection);
        this.wish = wish;
        if (isAvailable) {
            answers();
        }
    }

    boolean isOver(Address connection) {
        return available.containsKey(connection.connection()) || away.containsKey(connection.connection());
    }

    /** Whether it makes a difference that the agent is available, or away, over a connection that is known. */
    boolean isOtherwise(Address connection, boolean isAvailable) {
        return isAvailable
                ? away.containsKey(connection.connection()) || notAnswering && isOver(connection)
                : available.containsKey(connection.connection());
    }

    /** Forgets a connection. Returns whether it was known. */
    boolean withdraw(Address connection) {
        return available.remove(connection.connection()) != null | away.remove(connection.connection()) != null;
    }

    void asked(long count) {
        lastAsked = count;
    }

    void took(long count) {
        lastTaken = count;
    }

    /** Any answer, a declined offer included, shows that somebody is there. */
    void answers() {
        lapses = 0;
        notAnswering = false;
    }

    /** An offer was left to lapse. Returns how many did, one after the other. */
    int lapsed() {
        return ++lapses;
    }

    void stopAsking() {
        notAnswering = true;
    }

    void becameIdle(Instant now) {
        idleSince = now;
    }
}
