package dev.usher.agent;

import dev.usher.agent.stanza.DriveElement;
import dev.usher.agent.stanza.ReportElement;

/** Hears one channel. Called on the desk's loop, under the rules of {@link DeskListener}. */
public interface ChannelListener {

    /** Somebody spoke, or a line came from the room's history. */
    default void said(Channel channel, Line line) {}

    /** The switch put a drive into the channel, whoever ordered it. Its sentence is not heard as a line besides. */
    default void driven(Channel channel, DriveElement drive) {}

    /** Where the browsers of a drive are. The latest report of a drive replaces the earlier ones. */
    default void reported(Channel channel, ReportElement report) {}

    /** Somebody else is in the room; called for everyone who was there before us, too. Never for the switch. */
    default void entered(Channel channel, String nick) {}

    /** Somebody else has left the room. */
    default void left(Channel channel, String nick) {}

    /** The channel is over. The last call. */
    default void ended(Channel channel, Ending ending) {}
}
