package dev.usher.wire;

import static dev.usher.wire.Examples.DRIVE;
import static dev.usher.wire.Examples.FRIAR;
import static dev.usher.wire.Examples.JULIET;
import static dev.usher.wire.Examples.NURSE;
import static dev.usher.wire.Examples.ROMEO;
import static dev.usher.wire.Examples.VISIT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.Outcome;
import dev.usher.drive.DriveEvent;
import dev.usher.drive.DriveRefusal;
import dev.usher.drive.DriveState;
import dev.usher.drive.UrlRefusal;
import dev.usher.routing.Address;
import dev.usher.routing.AgentView;
import dev.usher.routing.DepartReason;
import dev.usher.routing.EndReason;
import dev.usher.routing.Event;
import dev.usher.routing.Handover;
import dev.usher.routing.HandoverFailure;
import dev.usher.routing.QueueView;
import dev.usher.routing.Refusal;
import dev.usher.routing.RevokeReason;
import dev.usher.routing.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;
import org.xmpp.packet.Presence;

/** Every example that the workgroup says is what it says, from the decision to the bytes. */
class GoldenOutputTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final QueueView QUEUE =
            new QueueView("Default Queue", true, 1, List.of(new QueueView.Waiting(ROMEO, TEN)));
    private static final Handover TRANSFER = new Handover(
            Handover.Kind.TRANSFER,
            new Handover.Target.Agent("friar@example.org"),
            NURSE,
            "He knows about vows.",
            TEN.plusSeconds(60));
    private static final Event QUEUED = Told.queued(ROMEO);
    private static final Event SEATED = new Event.Seated(VISIT, NURSE, ROMEO, "", TEN.plusSeconds(10));
    private static final Event OPENED = new Event.Opened(VISIT, NURSE, ROMEO, TEN.plusSeconds(60));
    private static final DriveEvent DRIVEN =
            new DriveEvent.Driven(VISIT.value(), DRIVE, 1, Examples.URL, NURSE.user(), TEN.plusSeconds(60), 1);

    private static final AgentView.Served SERVES_ROMEO = new AgentView.Served(VISIT, ROMEO, TEN, answers());

    static final Map<String, Supplier<Packet>> STANZAS = Map.ofEntries(
            Map.entry("agent-refused", () -> Told.answer("agent-online", new Event.Refused(Refusal.NOT_AN_AGENT))),
            Map.entry(
                    "bad-request",
                    () -> answered(
                            Examples.text("drive").replace("id='g1'", "id='g2'").replaceFirst(" url='[^']*'", ""))),
            Map.entry("channel-create", () -> Told.of(SEATED).get(0)),
            Map.entry(
                    "channel-configure",
                    () -> new ChannelStanzas(new JID(Examples.WORKGROUP), "Demo", Examples.CONFERENCE)
                            .configure(VISIT)),
            Map.entry("channel-invite-agent", () -> Told.of(OPENED).get(0)),
            Map.entry("channel-invite-customer", () -> Told.of(OPENED).get(1)),
            Map.entry(
                    "channel-drive-again",
                    () -> new ChannelStanzas(new JID(Examples.WORKGROUP), "Demo", Examples.CONFERENCE)
                            .repeat((DriveEvent.Driven) DRIVEN, "Romeo")),
            Map.entry("channel-drive", () -> Told.of(DRIVEN).get(0)),
            Map.entry(
                    "channel-destroy",
                    () -> Told.of(new Event.Ended(VISIT, NURSE, ROMEO, EndReason.AGENT_LEFT))
                            .get(0)),
            Map.entry(
                    "depart-queue-result",
                    () -> Told.answer("depart-queue", new Event.Departed(VISIT, ROMEO, DepartReason.REQUESTED))),
            Map.entry(
                    "departed",
                    () -> Told.of(new Event.Departed(VISIT, ROMEO, DepartReason.REQUESTED))
                            .get(0)),
            Map.entry(
                    "departed-no-agent",
                    () -> Told.of(new Event.Departed(VISIT, ROMEO, DepartReason.NO_AGENT))
                            .get(0)),
            Map.entry("disco-service-info-result", () -> answered(Examples.text("disco-service-info-get"))),
            Map.entry("disco-service-items-result", () -> answered(Examples.text("disco-service-items-get"))),
            Map.entry("disco-workgroup-info-result", () -> answered(Examples.text("disco-workgroup-info-get"))),
            Map.entry("drive-result", () -> Told.answer("drive", DRIVEN)),
            Map.entry(
                    "drive-forbidden", () -> Told.answer("drive", new DriveEvent.Refused(DriveRefusal.NOT_THE_AGENT))),
            Map.entry("drive-nobody", () -> Told.answer("drive", new DriveEvent.Refused(DriveRefusal.NOBODY_THERE))),
            Map.entry("drive-refused", () -> Told.answer("drive", new DriveEvent.UrlRefused(UrlRefusal.SCHEME))),
            Map.entry("form-result", () -> answered(Examples.text("form-get"))),
            Map.entry("join-queue-result", () -> Told.answer("join-queue", QUEUED)),
            Map.entry("join-queue-closed", () -> Told.answer("join-queue", new Event.Refused(Refusal.CLOSED))),
            Map.entry(
                    "offer",
                    () -> Told.of(new Event.Offered(
                                    VISIT,
                                    NURSE,
                                    ROMEO,
                                    answers(),
                                    TEN.minusSeconds(150),
                                    Duration.ofSeconds(20),
                                    TEN.plusSeconds(20),
                                    Optional.empty(),
                                    ""))
                            .get(0)),
            Map.entry(
                    "offer-verified",
                    () -> Told.of(new Event.Offered(
                                    VISIT,
                                    NURSE,
                                    JULIET,
                                    verified(),
                                    TEN,
                                    Duration.ofSeconds(20),
                                    TEN.plusSeconds(20),
                                    Optional.empty(),
                                    ""))
                            .get(0)),
            Map.entry(
                    "left-message",
                    () -> Told.of(new Event.MessageShown(
                                    VISIT, List.of(NURSE), message(), TEN.atZone(ZoneId.of("UTC"))))
                            .get(0)),
            Map.entry("join-queue-not-verified", () -> notVerified()),
            Map.entry("adhoc-list-result", () -> answered(Examples.text("adhoc-list-get"))),
            Map.entry("adhoc-info-result", () -> answered(Examples.text("adhoc-info-get"))),
            Map.entry("adhoc-cancelled", () -> answered(Examples.text("adhoc-cancel"))),
            Map.entry("join-form-result", () -> answered(Examples.text("join-form-get"))),
            Map.entry(
                    "adhoc-join-result",
                    () -> Told.answer("adhoc-join", new Event.Attended(NURSE, true, 0, List.of()))),
            Map.entry("adhoc-go-form", () -> Told.answer("adhoc-go", serving(SERVES_ROMEO))),
            Map.entry("adhoc-go-result", () -> Told.answer("adhoc-go-submit", DRIVEN)),
            Map.entry("adhoc-nobody", () -> Told.answer("adhoc-end", serving())),
            Map.entry("adhoc-who-result", GoldenOutputTest::whoIsServed),
            Map.entry(
                    "queue-status-result",
                    () -> Told.answer(
                            "queue-status-get",
                            new Event.Located(VISIT, JULIET, 3, Optional.of(Duration.ofSeconds(150))))),
            Map.entry("contact-subscribed", () -> contact("contact-subscribe")),
            Map.entry("contact-unsubscribed", () -> contact("contact-unsubscribe")),
            Map.entry(
                    "features-get",
                    () -> chat().notUnderstood(new JID(NURSE.connection()), VISIT.value())
                            .get(1)),
            Map.entry("invitation-direct", GoldenOutputTest::directInvitation),
            Map.entry("offer-accept-result", () -> Told.answer("offer-accept", SEATED)),
            Map.entry("offer-accept-late", () -> Told.answer("offer-accept", new Event.Refused(Refusal.OFFER_GONE))),
            Map.entry(
                    "offer-reject-result",
                    () -> Told.answer("offer-reject", new Event.Rejected(VISIT, NURSE, TEN.plusSeconds(30)))),
            Map.entry(
                    "offer-revoke",
                    () -> Told.of(new Event.Revoked(VISIT, NURSE, ROMEO, RevokeReason.TIMED_OUT, Optional.empty()))
                            .get(0)),
            Map.entry(
                    "queue-overview",
                    () -> Told.of(new Event.Attended(NURSE, true, 0, List.of(QUEUE)))
                            .get(0)),
            Map.entry(
                    "staff-result",
                    () -> Told.answer("staff-get", new Event.StaffListed(NURSE, List.of(FRIAR.user(), NURSE.user())))),
            Map.entry("staff-shown", () -> shown(FRIAR, AgentView.Presence.AVAILABLE, SERVES_ROMEO)),
            Map.entry("staff-away", () -> shown(FRIAR, AgentView.Presence.AWAY)),
            Map.entry("staff-gone", () -> shown(new Address(FRIAR.user(), FRIAR.user()), AgentView.Presence.OFF_DUTY)),
            Map.entry(
                    "look-open",
                    () -> Told.of(new Event.StateShown(List.of(JULIET), ServiceState.OPEN))
                            .get(0)),
            Map.entry(
                    "look-closed",
                    () -> Told.of(new Event.StateShown(List.of(JULIET), ServiceState.CLOSED))
                            .get(0)),
            Map.entry(
                    "queue-details",
                    () -> Told.of(new Event.QueueChanged(List.of(NURSE), QUEUE)).get(1)),
            Map.entry(
                    "queue-status",
                    () -> Told.of(new Event.Moved(VISIT, ROMEO, 1, Optional.empty()))
                            .get(0)),
            Map.entry("join-queue-token-result", () -> Told.answer("join-queue-token", Told.queued(JULIET))),
            Map.entry(
                    "rejoin-result", () -> Told.answer("rejoin", new Event.Rejoined(VISIT, JULIET, Optional.empty()))),
            Map.entry("rejoin-over", () -> Told.answer("rejoin", new Event.Refused(Refusal.NO_VISIT))),
            Map.entry(
                    "join-queue-leave-message",
                    () -> Told.answer("join-queue-token", new Event.Refused(Refusal.LEAVE_MESSAGE))),
            Map.entry("join-queue-full", () -> Told.answer("join-queue-token", new Event.Refused(Refusal.FULL))),
            Map.entry(
                    "join-queue-too-many",
                    () -> Told.answer("join-queue-token", new Event.Refused(Refusal.TOO_MANY_OF_CUSTOMER))),
            Map.entry(
                    "join-queue-too-many-of-origin",
                    () -> Told.answer("join-queue-token", new Event.Refused(Refusal.TOO_MANY_OF_ORIGIN))),
            Map.entry(
                    "queue-status-wait",
                    () -> Told.of(new Event.Moved(VISIT, JULIET, 3, Optional.of(Duration.ofSeconds(90))))
                            .get(0)),
            Map.entry(
                    "departed-leave-message",
                    () -> Told.of(new Event.Departed(VISIT, JULIET, DepartReason.LEAVE_MESSAGE))
                            .get(0)),
            Map.entry(
                    "not-answering",
                    () -> Told.of(new Event.NotAnswering(NURSE, 3)).get(0)),
            Map.entry(
                    "transfer-result",
                    () -> Told.answer("transfer-to-agent", new Event.HandoverBegun(VISIT, TRANSFER))),
            Map.entry(
                    "transfer-unavailable",
                    () -> Told.answer("transfer-to-agent", new Event.Refused(Refusal.TARGET_UNAVAILABLE))),
            Map.entry(
                    "transfer-forbidden",
                    () -> Told.answer("transfer-to-agent", new Event.Refused(Refusal.NOT_IN_VISIT))),
            Map.entry(
                    "transfer-offer",
                    () -> Told.of(new Event.Offered(
                                    VISIT,
                                    FRIAR,
                                    ROMEO,
                                    answers(),
                                    TEN.minusSeconds(150),
                                    Duration.ofSeconds(20),
                                    TEN.plusSeconds(20),
                                    Optional.of(TRANSFER),
                                    ""))
                            .get(0)),
            Map.entry(
                    "transfer-failed",
                    () -> Told.of(new Event.HandoverFailed(VISIT, TRANSFER, HandoverFailure.DECLINED))
                            .get(0)),
            Map.entry(
                    "channel-relieve",
                    () -> new ChannelStanzas(new JID(Examples.WORKGROUP), "Demo", Examples.CONFERENCE)
                            .putOut(VISIT, "Nurse", "The visit has been handed over.")),
            Map.entry(
                    "channel-invite-monitor",
                    () -> Told.of(new Event.MonitorAdmitted(VISIT, NURSE)).get(0)),
            Map.entry(
                    "channel-dismiss",
                    () -> new ChannelStanzas(new JID(Examples.WORKGROUP), "Demo", Examples.CONFERENCE)
                            .dismiss(VISIT, NURSE)),
            Map.entry("monitor-result", () -> answered(Examples.text("monitor-get"))),
            Map.entry(
                    "monitor-make-owner-result",
                    () -> Told.answer("monitor-make-owner", new Event.AgentEntered(VISIT, NURSE))),
            Map.entry(
                    "monitor-forbidden",
                    () -> Told.answer("monitor-make-owner", new Event.Refused(Refusal.NOT_A_MONITOR))),
            Map.entry(
                    "channel-leave",
                    () -> new ChannelStanzas(new JID(Examples.WORKGROUP), "Demo", Examples.CONFERENCE).leave(VISIT)),
            Map.entry("report", () -> report(DriveState.ARRIVED, "")),
            Map.entry("report-paused", () -> report(DriveState.PAUSED, "")),
            Map.entry("report-refused", () -> report(DriveState.REFUSED, "own-origin")),
            Map.entry("workgroups-result", () -> answered(Examples.text("workgroups-get"))));

    static Stream<String> examples() {
        return STANZAS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isSaid(String example) {
        assertEquals(
                CanonicalXml.of(Examples.text(example)),
                CanonicalXml.of(STANZAS.get(example).get().toXML()));
    }

    private static Packet answered(String request) {
        var decoder = Examples.decoder();
        return ((Decoded.Answered) decoder.decode(Examples.stanza(request))).reply();
    }

    private static Packet shown(Address agent, AgentView.Presence presence, AgentView.Served... visits) {
        return Told.of(new Event.AgentShown(List.of(NURSE), new AgentView(agent, presence, 4, List.of(visits))))
                .get(0);
    }

    private static Packet report(DriveState state, String reason) {
        var counts = List.of(new DriveEvent.Count(state, reason, 1));
        return Told.of(new DriveEvent.Reported(VISIT.value(), DRIVE, 1, NURSE.connection(), 1, counts))
                .get(0);
    }

    private static Map<String, List<String>> answers() {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("username", List.of("Romeo"));
        answers.put("question", List.of("Where is the balcony?"));
        return answers;
    }

    private static Map<String, List<String>> verified() {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("username", List.of("Juliet"));
        answers.put("verified", List.of("capulet-2"));
        answers.put("verifiedName", List.of("Juliet Capulet"));
        answers.put("verifiedEmail", List.of("juliet@capulet.example"));
        return answers;
    }

    private static Map<String, List<String>> message() {
        return Map.of(
                "username", List.of("Juliet"),
                "email", List.of("juliet@capulet.example"),
                "question", List.of("What's in a name?"));
    }

    private static Packet notVerified() {
        return StanzaErrors.of(Examples.packet("join-queue-identity"), Refusal.NOT_VERIFIED);
    }

    private static Packet contact(String example) {
        var contact = new Contact(new OneWorkgroup(), user -> List.of());
        return contact.of((Presence) Examples.packet(example), "demo").replies().get(0);
    }

    /** Nurse is being asked, and her client knows no offers. */
    private static ChatOffers chat() {
        var chat = new ChatOffers(Examples.WORKGROUP);
        chat.note(new Event.Offered(
                VISIT, NURSE, ROMEO, answers(), TEN, Duration.ofSeconds(20), TEN, Optional.empty(), ""));
        return chat;
    }

    private static Packet directInvitation() {
        var chat = chat();
        chat.notUnderstood(new JID(NURSE.connection()), VISIT.value());
        chat.knows(new JID(NURSE.connection()), Set.of("jabber:x:conference"));
        return chat.invitation(NURSE, new JID(VISIT.value(), Examples.CONFERENCE, null))
                .orElseThrow();
    }

    private static Event serving(AgentView.Served... visits) {
        return new Event.StockTaken(new AgentView(NURSE, AgentView.Presence.AVAILABLE, 2, List.of(visits)));
    }

    private static Packet whoIsServed() {
        var outcome = new Outcome<Packet>(Optional.empty(), List.of(serving(SERVES_ROMEO)), List.of(), false);
        return new AdHocStanzas(visit -> List.of("Nurse", "Romeo")).reply((IQ) Examples.packet("adhoc-who"), outcome);
    }
}
