package dev.usher.interop;

import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.muc.UserStatusListener;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/** One side's view of a channel, with Smack's MultiUserChat. */
final class Channel {
    private final XMPPConnection connection;
    private final EntityFullJid me;
    private final MultiUserChat room;
    private final Inbox<String> heard = new Inbox<>("a line");
    // Smack 4.4 does not know that it is no longer in a room that was destroyed, and says that it was removed.
    private volatile boolean over;

    private Channel(XMPPConnection connection, EntityFullJid me) {
        this.connection = connection;
        this.me = me;
        room = MultiUserChatManager.getInstanceFor(connection).getMultiUserChat(me.asEntityBareJid());
    }

    static Channel enter(XMPPConnection connection, Jid address, String nickname) throws Exception {
        var me = JidCreate.entityFullFrom(address.asEntityBareJidIfPossible(), Resourcepart.from(nickname));
        var channel = new Channel(connection, me);
        channel.enter();
        return channel;
    }

    private void enter() throws Exception {
        room.addMessageListener(message -> {
            if (message.getBody() != null) {
                heard.add(message.getFrom().getResourceOrEmpty() + ": " + message.getBody());
            }
        });
        room.addUserStatusListener(new UserStatusListener() {
            @Override
            public void removed(MUCUser user, Presence presence) {
                over = true;
            }
        });
        room.join(me.getResourcepart());
    }

    MultiUserChat room() {
        return room;
    }

    void say(String text) throws Exception {
        room.sendMessage(text);
    }

    /** Waits until this was said, as {@code nickname: text}. */
    void awaitHeard(String line) throws InterruptedException {
        heard.takeEqual(line);
    }

    /** The next line that nobody has taken. */
    String nextHeard() throws InterruptedException {
        return heard.take();
    }

    /** Waits until somebody with that nickname is in it. */
    void awaitIn(String nickname) {
        Ground.until(() -> isIn(nickname), nickname + " has not entered");
    }

    void awaitGone(String nickname) {
        Ground.until(() -> !isIn(nickname), nickname + " is still there");
    }

    /** Waits until this side is no longer in it. */
    void awaitOver() {
        Ground.until(() -> over, "Still in the channel");
    }

    void leave() throws Exception {
        room.leave();
    }

    /** Leaves whether or not the channel is over by now. */
    void abandon() throws Exception {
        connection.sendStanza(StanzaBuilder.buildPresence()
                .ofType(Presence.Type.unavailable)
                .to(me)
                .build());
    }

    private boolean isIn(String nickname) {
        return room.getOccupants().stream()
                .anyMatch(occupant -> occupant.getResourceOrEmpty().toString().equals(nickname));
    }
}
