package dev.usher.agent;

import dev.usher.agent.stanza.QueueOverview;
import org.jxmpp.jid.EntityBareJid;

/**
 * How one queue stands. Immutable.
 *
 * @param workgroup whose queue
 * @param queue its name
 * @param overview how many wait, since when, and whether it is open
 */
public record QueueView(EntityBareJid workgroup, String queue, QueueOverview overview) {}
