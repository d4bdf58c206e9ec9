package dev.usher.agent;

import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.muc.packet.MUCInitialPresence;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Localpart;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;

/**
 * Gets one room to let the agent in (XEP-0045 §7.2), under another name if somebody has ours. Without Smack's
 * MultiUserChat, which blocks a thread and asks the conference service a question first. Loop-confined.
 */
final class Entrance {

    private static final int NAMES = 9;

    private final Wire wire;
    private final EntityBareJid room;
    private final String wished;
    private final CompletableFuture<Resourcepart> entered = new CompletableFuture<>();
    private int attempt;
    private Resourcepart nick;

    Entrance(Wire wire, EntityBareJid room) {
        this.wire = wire;
        this.room = room;
        this.wished = capitalised(wire.connection().getUser().getLocalpart());
    }

    /** The name under which the room took us. */
    CompletableFuture<Resourcepart> enter() {
        wire.loop().expire(entered, wire.patience(), () -> new DeskException.NoAnswer(room, wire.patience()));
        entered.whenComplete((name, failure) -> {
            if (failure != null) {
                leave();
            }
        });
        knock();
        return entered;
    }

    private void knock() {
        attempt++;
        nick = Resourcepart.fromOrThrowUnchecked(attempt == 1 ? wished : wished + " " + attempt);
        var presence = wire.presenceTo(JidCreate.entityFullFrom(room, nick));
        wire.send(presence.addExtension(new MUCInitialPresence(null, -1, -1, -1, null))
                        .build())
                .ifPresent(entered::completeExceptionally);
    }

    /** A room that let us in too late would believe us inside. */
    private void leave() {
        var presence = wire.presenceTo(JidCreate.entityFullFrom(room, nick));
        wire.send(presence.ofType(Presence.Type.unavailable).build());
    }

    void heard(Presence presence) {
        if (presence.getType() == Presence.Type.error) {
            refused(presence.getError());
        } else if (presence.getType() == Presence.Type.available && isSelf(presence)) {
            entered.complete(presence.getFrom().getResourceOrThrow());
        } else if (presence.getType() == Presence.Type.unavailable && isSelf(presence)) {
            entered.completeExceptionally(new DeskException.ChannelEnded("The visit ended before you were in."));
        }
    }

    void fail(DeskException failure) {
        entered.completeExceptionally(failure);
    }

    private void refused(StanzaError error) {
        if (error.getCondition() == StanzaError.Condition.conflict && attempt < NAMES) {
            knock();
        } else {
            entered.completeExceptionally(Refusals.plain(error));
        }
    }

    /** Status 110, or our own name. COMPAT: Openfire 4.2.0 forgets 110 where a room keeps presence to moderators. */
    private boolean isSelf(Presence presence) {
        var mucUser = MUCUser.from(presence);
        if (mucUser != null && mucUser.getStatus().contains(MUCUser.Status.PRESENCE_TO_SELF_110)) {
            return true;
        }
        return nick.equals(presence.getFrom().getResourceOrNull());
    }

    static String capitalised(Localpart localpart) {
        var name = localpart.asUnescapedString();
        var first = Character.toUpperCase(name.codePointAt(0));
        var nick = Character.toString(first) + name.substring(name.offsetByCodePoints(0, 1));
        try {
            return Resourcepart.from(nick).toString();
        } catch (XmppStringprepException e) {
            // An unescaped local part may hold what no resource may; the escaped one never does.
            return localpart.toString();
        }
    }
}
