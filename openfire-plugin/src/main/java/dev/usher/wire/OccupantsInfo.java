package dev.usher.wire;

import dev.usher.routing.VisitId;
import java.util.Optional;
import java.util.function.Function;
import org.dom4j.Element;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/** Who is in the channel of a visit, and since when, for the agents of its workgroup. Thread-safe. */
final class OccupantsInfo implements Inquiries.Topic {
    private static final String NAME = "occupants-info";

    private final Function<String, Channels> channels;

    /** @param channels those of a workgroup that exists */
    OccupantsInfo(Function<String, Channels> channels) {
        this.channels = channels;
    }

    @Override
    public Optional<Inquiries.Inquiry> read(IQ request, Element payload, String workgroup) throws BadRequest {
        if (workgroup == null || request.getType() != IQ.Type.get || !Xml.is(payload, NAME, Namespaces.JIVE)) {
            return Optional.empty();
        }
        var room = payload.attributeValue("roomID");
        return Optional.of(() -> answer(request, workgroup, room));
    }

    private Packet answer(IQ request, String workgroup, String room) {
        if (room == null) {
            return StanzaErrors.badRequest(request, "The visit is missing: roomID.");
        }
        var occupants = channels.apply(workgroup).occupants(new VisitId(room));
        if (occupants.isEmpty()) {
            return StanzaErrors.notFound(request, "There is no such visit under way.");
        }
        var reply = IQ.createResultIQ(request);
        var info = reply.setChildElement(NAME, Namespaces.JIVE).addAttribute("roomID", room);
        occupants.get().forEach(occupant -> {
            var one = Xml.add(info, "occupant");
            Xml.addText(one, "jid", occupant.address().connection());
            Xml.addText(one, "nickname", occupant.nickname());
            Xml.addText(one, "joined", Dates.of(occupant.since()));
        });
        return reply;
    }
}
