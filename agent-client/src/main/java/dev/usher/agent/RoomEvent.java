package dev.usher.agent;

import dev.usher.agent.stanza.DriveElement;
import org.jivesoftware.smack.packet.StanzaError;

/** What a stanza from a room meant. */
sealed interface RoomEvent {

    record Entered(String nick) implements RoomEvent {}

    record Left(String nick) implements RoomEvent {}

    record Closed(Ending ending) implements RoomEvent {}

    record Said(String stanzaId, Line line) implements RoomEvent {}

    record Driven(DriveElement drive) implements RoomEvent {}

    record Bounced(String stanzaId, StanzaError error) implements RoomEvent {}
}
