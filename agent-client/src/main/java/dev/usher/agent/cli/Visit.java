package dev.usher.agent.cli;

import dev.usher.agent.Channel;
import dev.usher.agent.Drive;
import java.util.HashMap;
import java.util.Map;

/** A channel as the agent at the terminal knows it: by number and by the customer's name. Not thread-safe. */
final class Visit {

    private final int number;
    private final String customer;
    private final Channel channel;
    private final Map<String, Drive> drives = new HashMap<>();

    Visit(int number, String customer, Channel channel) {
        this.number = number;
        this.customer = customer;
        this.channel = channel;
    }

    int number() {
        return number;
    }

    Channel channel() {
        return channel;
    }

    /** Where the drive of that id leads; empty for one that was ordered elsewhere. */
    String target(String driveId) {
        var drive = drives.get(driveId);
        return drive == null ? "" : " to " + drive.url();
    }

    void driven(Drive drive) {
        drives.put(drive.id(), drive);
    }

    @Override
    public String toString() {
        return "Visit " + number + " (" + customer + ")";
    }
}
