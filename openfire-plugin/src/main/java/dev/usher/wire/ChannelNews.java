package dev.usher.wire;

import dev.usher.routing.Address;

/** What a room says to the switch (XEP-0045), as a value. Only what the switch acts upon is told apart. */
sealed interface ChannelNews {
    /** The answer to how the switch wants the room to be. */
    record Configured(boolean isDone) implements ChannelNews {}

    /** The switch is in. @param isNew the room is made by that @param isOurs the room was there, and the switch owns it */
    record CameIn(boolean isNew, boolean isOurs) implements ChannelNews {}

    /** The switch was not let in, or was thrown out. */
    record ThrownOut() implements ChannelNews {}

    /** The rooms' service is shut down: most likely with the server, and the switch is about to hear of it as well. */
    record ShutDown() implements ChannelNews {}

    record Entered(String nickname, Address who) implements ChannelNews {}

    record Renamed(String nickname, String newNickname) implements ChannelNews {}

    record Left(String nickname, Address who) implements ChannelNews {}

    /** @param name what the sender calls it; may be empty */
    record Said(String nickname, String text, String name) implements ChannelNews {}

    /** Nothing to act upon. */
    record Other() implements ChannelNews {}
}
