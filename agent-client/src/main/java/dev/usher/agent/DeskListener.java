package dev.usher.agent;

import dev.usher.agent.stanza.QueueDetails;
import java.util.List;
import org.jxmpp.jid.EntityBareJid;

/**
 * Hears what the workgroups want of this agent. Called on the desk's loop, one call at a time and in the order in which
 * the server spoke: be quick, and never wait there for a future of the desk, as the loop that is waiting would have to
 * complete it.
 */
public interface DeskListener {

    /** A customer is offered to this agent; answer with {@link AgentDesk#accept} or {@link AgentDesk#decline}. */
    default void offered(Offer offer) {}

    /** An open offer is gone; {@code reason} is the switch's sentence. */
    default void revoked(Offer offer, String reason) {}

    /** The switch calls into a channel that no {@link AgentDesk#accept} waits for: {@link AgentDesk#join} enters it. */
    default void invited(Invitation invitation) {}

    /** A queue has changed. */
    default void queueChanged(QueueView queue) {}

    /** Who waits in a queue has changed; the switch may cap a long list. */
    default void waitingChanged(EntityBareJid workgroup, String queue, List<QueueDetails.Waiting> waiting) {}

    /** A workgroup took this agent off duty, in the words of {@code reason}. */
    default void dismissed(EntityBareJid workgroup, String reason) {}

    /** The connection is gone, and with it every channel. The desk is of no more use. */
    default void disconnected(String reason) {}
}
