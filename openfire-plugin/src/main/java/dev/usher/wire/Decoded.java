package dev.usher.wire;

import dev.usher.desk.Order;
import java.util.Set;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/** What a stanza turned out to be. */
sealed interface Decoded {
    /** A request that the workgroup's desk decides. */
    record ForDesk(String workgroup, Order order) implements Decoded {}

    /** Something that can be answered at once, an error included. */
    record Answered(Packet reply) implements Decoded {}

    /** Somebody adds a workgroup to their contacts, or takes it away, or their server asks for its presence. */
    record OfContact(String workgroup, Presence presence) implements Decoded {}

    /** A client says what it can do (XEP-0030). @param features the names */
    record Capable(String workgroup, Set<String> features) implements Decoded {}

    /** A question about what is stored. */
    record Inquired(IQ request, Inquiries.Inquiry inquiry) implements Decoded {}

    /** A message that an agent writes to a workgroup. */
    record Written(String workgroup, Message message) implements Decoded {}

    /** An agent's client does not know what an offer is. @param visit the one that was offered */
    record OfferNotUnderstood(String workgroup, String visit) implements Decoded {}

    /** Nothing that wants an answer. */
    record Nothing() implements Decoded {}
}
