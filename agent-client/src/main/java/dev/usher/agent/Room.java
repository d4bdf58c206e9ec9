package dev.usher.agent;

import dev.usher.agent.stanza.DriveElement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.muc.MUCAffiliation;
import org.jivesoftware.smackx.muc.packet.MUCItem;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.parts.Resourcepart;

/** Who is in one room, and what its stanzas mean (XEP-0045 §7). Sends nothing. Loop-confined. */
final class Room {

    /** Kicked, banned, no longer a member, closed for good: XEP-0045 §15.6. */
    private static final List<Integer> REMOVED = List.of(301, 307, 321, 322, 332, 333);

    private static final MUCUser.Status RENAMED = MUCUser.Status.NEW_NICKNAME_303;

    private final String switchNick;
    private final Map<String, Boolean> owners = new LinkedHashMap<>();
    private volatile Resourcepart nick;
    private boolean leaving;

    Room(EntityBareJid workgroup) {
        this.switchNick = workgroup.getLocalpart().toString();
    }

    void entered(Resourcepart as) {
        nick = as;
    }

    Resourcepart nick() {
        return nick;
    }

    void leave() {
        leaving = true;
    }

    /** Everybody but ourselves and the switch. */
    List<String> others() {
        return owners.keySet().stream().filter(this::isSomebody).toList();
    }

    Optional<RoomEvent> heard(Presence presence) {
        var resource = presence.getFrom().getResourceOrNull();
        if (resource == null) {
            return Optional.empty();
        }
        return switch (presence.getType()) {
            case available -> present(resource.toString(), MUCUser.from(presence));
            case unavailable -> absent(resource, MUCUser.from(presence));
            default -> Optional.empty();
        };
    }

    private Optional<RoomEvent> present(String who, MUCUser mucUser) {
        var item = mucUser == null ? null : mucUser.getItem();
        var isOwner = item != null && item.getAffiliation() == MUCAffiliation.owner;
        var isNew = owners.put(who, isOwner) == null;
        return isNew && nick != null && isSomebody(who) ? Optional.of(new RoomEvent.Entered(who)) : Optional.empty();
    }

    private Optional<RoomEvent> absent(Resourcepart who, MUCUser mucUser) {
        if (who.equals(nick)) {
            var renamed = renamed(mucUser);
            if (renamed.isPresent()) {
                nick = renamed.get();
                return Optional.empty();
            }
            return Optional.of(new RoomEvent.Closed(ending(mucUser)));
        }
        var somebody = isSomebody(who.toString());
        var wasThere = owners.remove(who.toString()) != null;
        return wasThere && somebody && nick != null
                ? Optional.of(new RoomEvent.Left(who.toString()))
                : Optional.empty();
    }

    private static Optional<Resourcepart> renamed(MUCUser mucUser) {
        return Optional.ofNullable(mucUser)
                .filter(x -> x.getStatus().contains(RENAMED))
                .map(MUCUser::getItem)
                .map(MUCItem::getNick);
    }

    private Ending ending(MUCUser mucUser) {
        if (leaving) {
            return new Ending(Ending.Cause.LEFT, "You left.");
        }
        if (mucUser != null && mucUser.getDestroy() != null) {
            return new Ending(Ending.Cause.OVER, orElse(mucUser.getDestroy().getReason(), "The visit has ended."));
        }
        var removed =
                mucUser != null && mucUser.getStatus().stream().anyMatch(status -> REMOVED.contains(status.getCode()));
        var reason = mucUser == null || mucUser.getItem() == null
                ? null
                : mucUser.getItem().getReason();
        return removed
                ? new Ending(Ending.Cause.REMOVED, orElse(reason, "You were removed from the channel."))
                : new Ending(Ending.Cause.OVER, orElse(reason, "The visit has ended."));
    }

    Optional<RoomEvent> heard(Message message, Instant now) {
        if (message.getType() == Message.Type.error) {
            return Optional.of(new RoomEvent.Bounced(message.getStanzaId(), message.getError()));
        }
        var who = message.getFrom().getResourceOrEmpty().toString();
        var delay = DelayInformation.from(message);
        var drive = message.getExtension(DriveElement.class);
        var shared = message.getType() == Message.Type.groupchat;
        if (drive != null && shared && delay == null && isSwitch(who)) {
            return Optional.of(new RoomEvent.Driven(drive));
        }
        if (message.getBody() == null || message.getBody().isEmpty()) {
            return Optional.empty();
        }
        var own = nick != null && who.equals(nick.toString()) && delay == null;
        var at = delay == null ? now : delay.getStamp().toInstant();
        var line = new Line(who, message.getBody(), own, !shared, at, delay != null);
        return Optional.of(new RoomEvent.Said(message.getStanzaId(), line));
    }

    /** The name alone proves nothing: the first to take it would be the switch. Only the switch owns a channel. */
    private boolean isSwitch(String who) {
        return who.equals(switchNick) && owners.getOrDefault(who, false);
    }

    private boolean isSomebody(String who) {
        return !isSwitch(who) && (nick == null || !who.equals(nick.toString()));
    }

    private static String orElse(String sentence, String otherwise) {
        return sentence == null || sentence.isBlank() ? otherwise : sentence;
    }
}
