package dev.usher.agent;

import dev.usher.agent.stanza.OfferedVisit;
import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;

/**
 * The switch calls this agent into a channel: a mediated invitation, XEP-0045 §7.8.2. Immutable.
 *
 * @param visit the session id, which is the invitation's reason
 * @param workgroup who invites
 * @param room the channel's room
 * @param customer the connection that called, if the switch says it
 */
public record Invitation(String visit, EntityBareJid workgroup, EntityBareJid room, Optional<Jid> customer) {

    /**
     * Reads an invitation, or nothing. Anybody can write {@code <invite from=…/>} into a message, so more is asked
     * for: it must come from a room of our own server, and visit, reason and room have to carry the same name.
     */
    static Optional<Invitation> read(Message message, DomainBareJid server) {
        var mucUser = MUCUser.from(message);
        var room = message.getFrom() == null ? null : message.getFrom().asEntityBareJidIfPossible();
        if (mucUser == null
                || mucUser.getInvite() == null
                || room == null
                || !message.getFrom().equals(room)) {
            return Optional.empty();
        }
        var inviter = mucUser.getInvite().getFrom();
        var visit = mucUser.getInvite().getReason();
        if (inviter == null || visit == null || !room.getLocalpart().toString().equals(visit)) {
            return Optional.empty();
        }
        if (!room.getDomain().toString().endsWith("." + server)) {
            return Optional.empty();
        }
        var offered = Optional.ofNullable(message.getExtension(OfferedVisit.class));
        return Optional.of(new Invitation(visit, inviter.asEntityBareJid(), room, offered.map(OfferedVisit::customer)));
    }
}
