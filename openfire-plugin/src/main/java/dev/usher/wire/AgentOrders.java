package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.drive.DriveCommand;
import dev.usher.routing.Address;
import dev.usher.routing.Annotation;
import dev.usher.routing.Command;
import dev.usher.routing.Handover;
import dev.usher.routing.VisitId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xmpp.packet.JID;

/** What an agent orders in words or by a form, whatever the client. Thread-safe. */
final class AgentOrders {
    /** The longest text that an agent writes in one go, in characters. */
    static final int MAX_TEXT = 4_000;

    private static final Pattern TARGET = Pattern.compile(
            "(?:(queue|workgroup)\\s+)?([^\\n]+?)\\s*(?:\\n\\s*(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final VisitIds ids;

    AgentOrders(VisitIds ids) {
        this.ids = ids;
    }

    Order go(VisitId visit, Address by, String url) {
        return new Order.Lead(
                new DriveCommand.Drive(visit.value(), by.user(), by.connection(), ids.token(), url, Optional.empty()));
    }

    /** In all visits of the agent. */
    Order goEverywhere(Address by, String url) {
        return new Order.Lead(
                new DriveCommand.DriveAll(by.user(), by.connection(), ids.token(), url, Optional.empty()));
    }

    static Order annotate(VisitId visit, Address by, Annotation kind, String text) {
        return new Order.Route(new Command.Annotate(visit, by, kind, text));
    }

    static Order end(VisitId visit, Address by) {
        return new Order.Route(new Command.End(visit, by));
    }

    /** @param text not blank: who is wanted, and on the next line why. An agent may be named without the domain. */
    static Order hand(VisitId visit, Address by, Handover.Kind kind, String text) {
        var words = TARGET.matcher(text.strip());
        words.matches(); // any text that is not blank does
        var name = words.group(2);
        var where = words.group(1) == null ? "agent" : words.group(1).toLowerCase(Locale.ROOT);
        var target = switch (where) {
            case "queue" -> new Handover.Target.Queue(name);
            case "workgroup" -> new Handover.Target.Workgroup(name.toLowerCase(Locale.ROOT));
            default ->
                new Handover.Target.Agent(
                        name.contains("@")
                                ? name
                                : name.toLowerCase(Locale.ROOT) + "@" + new JID(by.user()).getDomain());
        };
        var reason = words.group(3) == null ? "" : words.group(3).strip();
        return new Order.Route(new Command.Hand(by, visit, kind, target, reason));
    }
}
