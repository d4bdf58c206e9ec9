package dev.usher.wire;

import static dev.usher.wire.Examples.DRIVE;
import static dev.usher.wire.Examples.JULIET;
import static dev.usher.wire.Examples.NURSE;
import static dev.usher.wire.Examples.ROMEO;
import static dev.usher.wire.Examples.VISIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.usher.desk.Order;
import dev.usher.drive.DriveCommand;
import dev.usher.drive.DriveState;
import dev.usher.routing.Command;
import dev.usher.routing.Handover;
import dev.usher.routing.OfferRef;
import dev.usher.routing.VisitId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/** Every example that is said to the workgroup is understood as what it is. */
class GoldenInputTest {
    /** Names that the decoder makes up are replaced by this one before anything is compared. */
    private static final String MADE_UP = "made-up";

    private static final Order DRIVE_ORDER = new Order.Lead(new DriveCommand.Drive(
            VISIT.value(), NURSE.user(), NURSE.connection(), MADE_UP, Examples.URL, Optional.empty()));

    private static final Map<String, List<String>> VERIFIED = Map.of(
            "verified", List.of("capulet-2"),
            "verifiedName", List.of("Juliet Capulet"),
            "verifiedEmail", List.of("juliet@capulet.example"));

    static final Map<String, Decoded> REQUESTS = Map.ofEntries(
            ack("ack-received", DriveState.RECEIVED, ""),
            ack("ack-attached", DriveState.ATTACHED, ""),
            ack("ack-arrived", DriveState.ARRIVED, ""),
            ack("ack-detached", DriveState.DETACHED, ""),
            ack("ack-no-page", DriveState.NO_PAGE, ""),
            ack("ack-unconfirmed", DriveState.UNCONFIRMED, ""),
            ack("ack-needs-click", DriveState.NEEDS_CLICK, "closed"),
            ack("ack-paused", DriveState.PAUSED, ""),
            ack("ack-refused", DriveState.REFUSED, "own-origin"),
            ack("ack-vetoed", DriveState.REFUSED, "vetoed"),
            ack("ack-expired", DriveState.EXPIRED, ""),
            request("agent-online", new Command.Attend(NURSE, true, 0)),
            request("staff-get", new Command.Watch(NURSE)),
            request("adhoc-join", new Command.Attend(NURSE, true, 0)),
            request("adhoc-go", new Command.TakeStock(NURSE)),
            request("adhoc-who", new Command.TakeStock(NURSE)),
            request("adhoc-end", new Command.TakeStock(NURSE)),
            Map.entry("adhoc-go-submit", new Decoded.ForDesk("demo", DRIVE_ORDER)),
            request("queue-status-get", new Command.Locate(JULIET)),
            request("agent-away", new Command.Look(NURSE, false)),
            request("look", new Command.Look(JULIET, true)),
            request("agent-offline", new Command.Withdraw(NURSE)),
            request(
                    "join-queue",
                    new Command.Join(
                            new VisitId(MADE_UP),
                            ROMEO,
                            Map.of("username", List.of("Romeo"), "question", List.of("Where is the balcony?")),
                            Examples.ORIGIN)),
            request(
                    "join-queue-answers",
                    new Command.Join(
                            new VisitId(MADE_UP),
                            ROMEO,
                            Map.of(
                                    "username", List.of("Romeo"),
                                    "topics", List.of("love", "war"),
                                    "agreed", List.of("true")),
                            Examples.ORIGIN)),
            request("join-queue-identity", new Command.Join(new VisitId(MADE_UP), JULIET, VERIFIED, Examples.ORIGIN)),
            request("join-queue-token", new Command.Join(new VisitId(MADE_UP), JULIET, Map.of(), Examples.ORIGIN)),
            request("rejoin", new Command.Rejoin(VISIT, JULIET)),
            request("wish", new Command.Attend(NURSE, true, 3)),
            request("wish-of-smack", new Command.Attend(NURSE, true, 3)),
            hand("transfer-to-agent", Handover.Kind.TRANSFER, new Handover.Target.Agent("friar@example.org")),
            hand("transfer-to-queue", Handover.Kind.TRANSFER, new Handover.Target.Queue("Default Queue")),
            hand("invite-workgroup", Handover.Kind.INVITE, new Handover.Target.Workgroup("help")),
            request("monitor-make-owner", new Command.Monitor(VISIT, NURSE)),
            request("depart-queue", new Command.Depart(ROMEO)),
            request("offer-accept", new Command.Accept(NURSE, new OfferRef.BySession(VISIT))),
            request("offer-reject", new Command.Reject(NURSE, new OfferRef.BySession(VISIT))),
            Map.entry("offer-received", new Decoded.Nothing()),
            Map.entry(
                    "features-result",
                    new Decoded.Capable("demo", Set.of("http://jabber.org/protocol/muc", "jabber:x:conference"))),
            Map.entry("drive", new Decoded.ForDesk("demo", DRIVE_ORDER)));

    /** What each word of the room makes of a channel that is being opened: commands and stanzas, as they come. */
    static final Map<String, Object> ROOM = Map.of(
            "channel-created", CanonicalXml.of(Examples.text("channel-configure")),
            "channel-configured", new Command.ConfirmChannel(VISIT),
            "channel-owned", new Command.ConfirmChannel(VISIT),
            "channel-said", new Command.Say(VISIT, ROMEO, "It is the east.", "m1"),
            "channel-entered", new Command.Enter(VISIT, ROMEO),
            "channel-left", new Command.Leave(VISIT, ROMEO));

    /** What is no speech, and comes to nothing. */
    static final List<String> UNHEARD = List.of("typing-heard", "seen-heard");

    private static final Set<String> WHILE_OPENING = Set.of("channel-created", "channel-configured", "channel-owned");

    /** These are answered at once; GoldenOutputTest compares the answers. */
    static final List<String> QUESTIONS = List.of(
            "disco-service-info-get",
            "disco-service-items-get",
            "disco-workgroup-info-get",
            "form-get",
            "adhoc-list-get",
            "adhoc-info-get",
            "adhoc-cancel",
            "join-form-get",
            "monitor-get",
            "workgroups-get");

    /** About being a contact: what comes of them is in ContactTest. */
    static final List<String> CONTACT = List.of("contact-subscribe", "contact-unsubscribe", "contact-probe");

    private final RequestDecoder decoder = Examples.decoder();

    static Stream<String> requests() {
        return REQUESTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isUnderstood(String example) {
        assertEquals(REQUESTS.get(example), withoutMadeUpNames(decoder.decode(Examples.packet(example))));
    }

    static Stream<String> room() {
        return ROOM.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("room")
    void isHeardFromTheRoom(String example) {
        assertEquals(List.of(ROOM.get(example)), heard(example));
    }

    static Stream<String> unheard() {
        return UNHEARD.stream();
    }

    @ParameterizedTest
    @MethodSource("unheard")
    void isOfNoConcernToTheSwitch(String example) {
        assertEquals(List.of(), heard(example));
    }

    private static List<Object> heard(String example) {
        var heard = new ArrayList<>();
        var stanzas = new ChannelStanzas(new JID(Examples.WORKGROUP), "Demo", Examples.CONFERENCE);
        var channels = new Channels(
                stanzas,
                packet -> heard.add(CanonicalXml.of(packet.toXML())),
                heard::add,
                connection -> false,
                (at, task) -> {},
                Clock.systemUTC());
        channels.open(VISIT);
        if (!WHILE_OPENING.contains(example)) {
            channels.hear(Examples.packet("channel-configured"));
            channels.hear(Examples.packet("channel-entered"));
        }
        heard.clear();

        channels.hear(Examples.packet(example));

        return heard;
    }

    @Test
    void whoLeavesARoomThatIsOverBreaksNothing() {
        var heard = new ArrayList<>();
        var stanzas = new ChannelStanzas(new JID(Examples.WORKGROUP), "Demo", Examples.CONFERENCE);
        var channels = new Channels(
                stanzas, packet -> {}, heard::add, connection -> false, (at, task) -> {}, Clock.systemUTC());
        channels.open(VISIT);
        channels.destroy(VISIT);

        channels.hear(Examples.packet("channel-left"));

        assertEquals(List.of(ROOM.get("channel-left")), heard);
    }

    @Test
    void theAnswersOfAFormKeepTheirOrder() {
        var join = (Command.Join) route(decoder.decode(Examples.packet("join-queue")));

        assertEquals(List.of("username", "question"), List.copyOf(join.answers().keySet()));
    }

    @Test
    void noTwoVisitsHaveTheSameName() {
        Packet request = Examples.packet("join-queue");

        assertNotEquals(
                ((Command.Join) route(decoder.decode(request))).proposed(),
                ((Command.Join) route(decoder.decode(request))).proposed());
    }

    private static Map.Entry<String, Decoded> hand(String example, Handover.Kind kind, Handover.Target target) {
        return request(example, new Command.Hand(NURSE, VISIT, kind, target, "He knows about vows."));
    }

    private static Map.Entry<String, Decoded> request(String example, Command command) {
        return Map.entry(example, new Decoded.ForDesk("demo", new Order.Route(command)));
    }

    private static Map.Entry<String, Decoded> ack(String example, DriveState state, String reason) {
        return Map.entry(
                example,
                new Decoded.ForDesk(
                        "demo",
                        new Order.Lead(new DriveCommand.Acknowledge(
                                VISIT.value(), ROMEO.connection(), DRIVE, state, reason))));
    }

    private static Command route(Decoded decoded) {
        return ((Order.Route) ((Decoded.ForDesk) decoded).order()).command();
    }

    private static Decoded withoutMadeUpNames(Decoded decoded) {
        if (!(decoded instanceof Decoded.ForDesk forDesk)) {
            return decoded;
        }
        return new Decoded.ForDesk(forDesk.workgroup(), withoutMadeUpNames(forDesk.order()));
    }

    private static Order withoutMadeUpNames(Order order) {
        if (order instanceof Order.Route route && route.command() instanceof Command.Join join) {
            return new Order.Route(
                    new Command.Join(new VisitId(MADE_UP), join.customer(), join.answers(), join.origin()));
        }
        if (order instanceof Order.Lead lead && lead.command() instanceof DriveCommand.Drive drive) {
            return new Order.Lead(new DriveCommand.Drive(
                    drive.visit(), drive.by(), drive.connection(), MADE_UP, drive.url(), drive.expires()));
        }
        return order;
    }
}
