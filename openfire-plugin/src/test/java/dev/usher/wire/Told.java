package dev.usher.wire;

import dev.usher.desk.Outcome;
import dev.usher.drive.DriveEvent;
import dev.usher.routing.Address;
import dev.usher.routing.Event;
import dev.usher.routing.Placement;
import dev.usher.routing.ServiceQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/** What the outbox of the workgroup in the examples sends for a decision. */
final class Told {
    private Told() {}

    /** A visit that has just begun. */
    static Event queued(Address customer) {
        return new Event.Queued(Examples.VISIT, customer, placement());
    }

    /** A message that has just been left. */
    static Event messageLeft(Address customer) {
        return new Event.MessageLeft(Examples.VISIT, customer, placement());
    }

    private static Placement placement() {
        var ten = Instant.parse("2026-01-01T10:00:00Z");
        return new Placement("", Map.of(), ten, 1, ServiceQueue.DEFAULT_NAME, 0, Map.of(), Optional.empty(), "");
    }

    static List<Packet> of(Event event) {
        return of(new Outcome<>(Optional.empty(), List.of(event), List.of(), false));
    }

    static List<Packet> of(DriveEvent event) {
        return of(new Outcome<>(Optional.empty(), List.of(), List.of(event), false));
    }

    /** The answer comes first. */
    static Packet answer(String example, Event... events) {
        return of(new Outcome<>(Optional.of(Examples.packet(example)), List.of(events), List.of(), false))
                .get(0);
    }

    static Packet answer(String example, DriveEvent event) {
        return of(new Outcome<>(Optional.of(Examples.packet(example)), List.of(), List.of(event), false))
                .get(0);
    }

    static List<Packet> of(Outcome<Packet> outcome) {
        var sent = new ArrayList<Packet>();
        var stanzas = new ChannelStanzas(new JID(Examples.WORKGROUP), "Demo", Examples.CONFERENCE);
        var channels = new Channels(
                stanzas, sent::add, command -> {}, connection -> false, (at, task) -> {}, Clock.systemUTC());
        new StanzaOutbox(
                        Examples.WORKGROUP,
                        stanzas,
                        channels,
                        new ChatOffers(Examples.WORKGROUP),
                        sent::add,
                        Examples.TOKENS)
                .tell(List.of(outcome));
        channels.close();
        return sent;
    }
}
