package dev.usher.wire;

import dev.usher.desk.Order;
import org.xmpp.packet.Packet;

/** What a stanza turned out to be. */
sealed interface Decoded {
    /** A request that the workgroup's desk decides. */
    record ForDesk(String workgroup, Order order) implements Decoded {}

    /** Something that can be answered at once, an error included. */
    record Answered(Packet reply) implements Decoded {}

    /** Nothing that wants an answer. */
    record Nothing() implements Decoded {}
}
