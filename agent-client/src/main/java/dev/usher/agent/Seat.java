package dev.usher.agent;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;

/** One room, from the knock at its door to the end of its channel. Loop-confined. */
final class Seat {

    private final Wire wire;
    private final Clock clock;
    private final Invitation invitation;
    private final Room room;
    private final Entrance entrance;
    private Channel channel;

    Seat(Wire wire, Clock clock, Invitation invitation) {
        this.wire = wire;
        this.clock = clock;
        this.invitation = invitation;
        this.room = new Room(invitation.workgroup());
        this.entrance = new Entrance(wire, invitation.room());
    }

    /** Completes {@code result} first and speaks to the listener after, so that its channel is known by then. */
    void take(ChannelListener listener, CompletableFuture<Channel> result, Runnable over) {
        entrance.enter().whenComplete((nick, failure) -> {
            if (failure != null) {
                over.run();
                result.completeExceptionally(failure);
                return;
            }
            room.entered(nick);
            channel = new Channel(wire, invitation, room, listener);
            channel.ended().whenComplete((ending, never) -> over.run());
            if (result.complete(channel)) {
                channel.open();
            } else {
                // Whoever asked has cancelled; nobody would ever leave this room.
                channel.leave();
            }
        });
    }

    Invitation invitation() {
        return invitation;
    }

    /** Null until the room has let us in. */
    Channel channel() {
        return channel;
    }

    void heard(Presence presence) {
        if (channel != null) {
            channel.heard(presence);
            return;
        }
        room.heard(presence);
        entrance.heard(presence);
    }

    void heard(Message message) {
        if (channel != null) {
            channel.heard(message, clock.instant());
        }
    }

    void fail(DeskException failure) {
        if (channel != null) {
            channel.end(new Ending(Ending.Cause.DISCONNECTED, failure.getMessage()));
        } else {
            entrance.fail(failure);
        }
    }
}
