package dev.usher.wire;

import dev.usher.desk.Conversation.Person;
import dev.usher.desk.VisitArchive.Archived;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xmpp.packet.JID;

/**
 * What the people of a past visit are called in its transcript: agents by their addresses, the customer by the form,
 * but never like one of the others or the switch. Not the nicknames that they had, which nobody keeps.
 */
final class Nicknames {
    private final Archived visit;
    private final String conference;
    private final String customer;

    /** @param staff who was there and is not the customer (bare JIDs) */
    Nicknames(Archived visit, String conference, Set<String> staff) {
        this.visit = visit;
        this.conference = conference;
        this.customer = ofCustomer(visit, staff);
    }

    private static String ofCustomer(Archived visit, Set<String> staff) {
        var name = Metadata.username(visit.answers());
        Set<String> others = Stream.concat(staff.stream().map(Nicknames::ofAgent), Stream.of(visit.workgroup()))
                .map(Nicknames::folded)
                .collect(Collectors.toSet());
        return others.contains(folded(name)) ? name + " (customer)" : name;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** An agent as customers see one. */
    static String ofAgent(String user) {
        return Jids.of(user).map(JID::getNode).map(ChannelStanzas::capital).orElse("Agent");
    }

    JID of(Person who) {
        return who.isStaff() ? inRoom(ofAgent(who.user()), "Agent") : inRoom(customer, "Customer");
    }

    /** The switch. */
    JID ofSwitch() {
        return inRoom(visit.workgroup(), "switch");
    }

    /** @param otherwise for who has a name that cannot be part of an address */
    private JID inRoom(String nickname, String otherwise) {
        var room = visit.visit().value();
        return Jids.inRoom(room, conference, nickname).orElseGet(() -> new JID(room, conference, otherwise));
    }
}
