package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.drive.DriveCommand;
import dev.usher.drive.DriveRefusal;
import dev.usher.routing.Command;
import dev.usher.routing.Refusal;
import org.xmpp.packet.Packet;

/**
 * What is said of a workgroup that does not exist: to who asks for what only agents may do, the same as of one in which
 * they are no agent. For the others it is simply not there.
 */
final class Strangers {
    private Strangers() {}

    static Packet refusal(Packet request, Order order) {
        if (order instanceof Order.Lead lead) {
            return StanzaErrors.of(
                    request,
                    lead.command() instanceof DriveCommand.Acknowledge
                            ? DriveRefusal.NOT_IN_THE_VISIT
                            : DriveRefusal.NOT_THE_AGENT);
        }
        var command = ((Order.Route) order).command();
        if (command instanceof Command.Accept || command instanceof Command.Reject) {
            return StanzaErrors.of(request, Refusal.OFFER_GONE);
        } else if (command instanceof Command.Hand || command instanceof Command.Annotate) {
            return StanzaErrors.of(request, Refusal.NOT_IN_VISIT);
        } else if (command instanceof Command.Monitor) {
            return StanzaErrors.of(request, Refusal.NOT_A_MONITOR);
        } else if (command instanceof Command.Watch) {
            return StanzaErrors.of(request, Refusal.NOT_AN_AGENT);
        }
        return StanzaErrors.unknownWorkgroup(request);
    }
}
