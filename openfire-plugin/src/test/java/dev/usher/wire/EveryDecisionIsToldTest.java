package dev.usher.wire;

import static dev.usher.wire.Examples.DRIVE;
import static dev.usher.wire.Examples.FRIAR;
import static dev.usher.wire.Examples.NURSE;
import static dev.usher.wire.Examples.ROMEO;
import static dev.usher.wire.Examples.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.Outcome;
import dev.usher.drive.DriveEvent;
import dev.usher.drive.DriveRefusal;
import dev.usher.drive.DriveState;
import dev.usher.drive.UrlRefusal;
import dev.usher.routing.AgentView;
import dev.usher.routing.Annotation;
import dev.usher.routing.DepartReason;
import dev.usher.routing.Eligibility;
import dev.usher.routing.EndReason;
import dev.usher.routing.Errand;
import dev.usher.routing.Event;
import dev.usher.routing.Handover;
import dev.usher.routing.HandoverFailure;
import dev.usher.routing.Phase;
import dev.usher.routing.QueueView;
import dev.usher.routing.Refusal;
import dev.usher.routing.RevokeReason;
import dev.usher.routing.ServiceState;
import dev.usher.routing.Shortfall;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmpp.packet.PacketError;

/** No event is forgotten by the outbox: each is told by stanza, or is silent on purpose. */
class EveryDecisionIsToldTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final QueueView EMPTY = new QueueView("Default Queue", true, 0, List.of());

    private static final Handover INVITATION =
            new Handover(Handover.Kind.INVITE, new Handover.Target.Queue("Support"), NURSE, "", TEN);
    private static final Errand ERRAND =
            new Errand(VISIT, "demo", ROMEO, Map.of(), TEN, Optional.empty(), Optional.empty());

    /**
     * Silent because the answer to the request says it all, because the room shows it, because another event of the
     * same decision is told, or because it is between workgroups.
     */
    private static final Set<Class<?>> SILENT = Set.of(
            Event.MessageLeft.class,
            Event.MessageTold.class,
            Event.CustomerMissed.class,
            Event.Overflowed.class,
            Event.Stayed.class,
            Event.Relaxed.class,
            Event.Unreserved.class,
            Event.Unmatched.class,
            Event.StateChanged.class,
            Event.AgentMissed.class,
            Event.AgentLeft.class,
            Event.Said.class,
            Event.HandoverBegun.class,
            Event.Relieved.class,
            Event.Referred.class,
            Event.Recalled.class,
            Event.StaffListed.class,
            Event.StockTaken.class,
            Event.Located.class,
            Event.Annotated.class,
            Event.BeganAnew.class,
            Event.StillLent.class,
            Event.CameBack.class,
            Event.Lent.class,
            Event.Declined.class,
            Event.CalledBack.class,
            Event.Restored.class,
            Event.MonitorLeft.class, // a moment later
            DriveEvent.Acknowledged.class,
            DriveEvent.Repeated.class, // to nobody, where nobody has come in
            Event.Refused.class,
            Event.Queued.class,
            Event.Withdrew.class,
            Event.Rejected.class,
            Event.AgentEntered.class,
            Event.MonitorEntered.class,
            Event.CustomerEntered.class,
            DriveEvent.Refused.class,
            DriveEvent.UrlRefused.class);

    private static final List<Event> EVENTS = List.of(
            new Event.Refused(Refusal.CLOSED),
            Told.queued(ROMEO),
            Told.messageLeft(ROMEO),
            new Event.MessageShown(VISIT, List.of(NURSE), Map.of(), TEN.atZone(ZoneOffset.UTC)),
            new Event.MessageTold(VISIT, List.of(NURSE)),
            new Event.Moved(VISIT, ROMEO, 1, Optional.empty()),
            new Event.Departed(VISIT, ROMEO, DepartReason.REQUESTED),
            new Event.Attended(NURSE, true, 0, List.of(EMPTY)),
            new Event.Withdrew(NURSE),
            new Event.QueueChanged(List.of(NURSE), EMPTY),
            new Event.StaffListed(NURSE, List.of(NURSE.user())),
            new Event.StockTaken(new AgentView(NURSE, AgentView.Presence.AWAY, 1, List.of())),
            new Event.Located(VISIT, ROMEO, 1, Optional.empty()),
            new Event.Annotated(VISIT, NURSE, Annotation.NOTE, "In love."),
            new Event.StaffChanged(List.of(NURSE), List.of(FRIAR.user()), List.of()),
            new Event.AgentShown(List.of(NURSE), new AgentView(FRIAR, AgentView.Presence.AWAY, 1, List.of())),
            new Event.StateShown(List.of(ROMEO), ServiceState.OPEN),
            new Event.Offered(VISIT, NURSE, ROMEO, Map.of(), TEN, Duration.ofSeconds(20), TEN, Optional.empty(), ""),
            new Event.Rejected(VISIT, NURSE, TEN),
            new Event.Revoked(VISIT, NURSE, ROMEO, RevokeReason.TIMED_OUT, Optional.empty()),
            new Event.Seated(VISIT, NURSE, ROMEO, "", TEN),
            new Event.Unseated(VISIT, NURSE, ROMEO, TEN),
            new Event.Opened(VISIT, NURSE, ROMEO, TEN),
            new Event.AgentEntered(VISIT, NURSE),
            new Event.CustomerEntered(VISIT, ROMEO),
            new Event.MonitorAdmitted(VISIT, FRIAR),
            new Event.MonitorEntered(VISIT, FRIAR),
            new Event.MonitorLeft(VISIT, FRIAR),
            new Event.Ended(VISIT, NURSE, ROMEO, EndReason.CHANNEL_LOST),
            new Event.Rejoined(VISIT, ROMEO, Optional.of(TEN)),
            new Event.CustomerMissed(VISIT, ROMEO, TEN),
            new Event.Overflowed(VISIT, "Sales", "Support"),
            new Event.Stayed(VISIT, "Support"),
            new Event.Relaxed(VISIT, Map.of()),
            new Event.Unreserved(VISIT, NURSE.user()),
            new Event.Unmatched(VISIT, new Shortfall(Eligibility.HAS_CAPACITY, 2)),
            new Event.NotAnswering(NURSE, 3),
            new Event.StateChanged(ServiceState.FULL),
            new Event.AgentMissed(VISIT, NURSE, TEN),
            new Event.AgentReturned(VISIT, NURSE, ROMEO, Optional.of(TEN)),
            new Event.AgentLeft(VISIT, NURSE, FRIAR),
            new Event.Said(VISIT, ROMEO, "It is the east.", ""),
            new Event.HandoverBegun(VISIT, INVITATION),
            new Event.HandoverFailed(VISIT, INVITATION, HandoverFailure.TIMED_OUT),
            new Event.HandedOver(VISIT, INVITATION, FRIAR, ROMEO, "", TEN),
            new Event.Relieved(VISIT, NURSE, FRIAR),
            new Event.Referred(VISIT, "help", ERRAND),
            new Event.Recalled(VISIT, "help"),
            new Event.BeganAnew(),
            new Event.StillLent(ERRAND, "help", NURSE),
            new Event.CameBack(VISIT, "help"),
            new Event.Lent(VISIT, "help", NURSE),
            new Event.Declined(VISIT, "help"),
            new Event.CalledBack(VISIT, "help"),
            new Event.Restored(VISIT, Phase.WAITING, Optional.empty(), TEN, List.of(), Map.of()));

    private static final List<DriveEvent> DRIVE_EVENTS = List.of(
            new DriveEvent.Driven(VISIT.value(), DRIVE, 1, Examples.URL, NURSE.user(), TEN, 1),
            new DriveEvent.Repeated(
                    new DriveEvent.Driven(VISIT.value(), DRIVE, 1, Examples.URL, NURSE.user(), TEN, 1),
                    ROMEO.connection()),
            new DriveEvent.UrlRefused(UrlRefusal.HOST),
            new DriveEvent.Refused(DriveRefusal.EXPIRY),
            new DriveEvent.Acknowledged(VISIT.value(), DRIVE, ROMEO.connection(), DriveState.ARRIVED, ""),
            new DriveEvent.Reported(VISIT.value(), DRIVE, 1, NURSE.connection(), 1, List.of()));

    static Stream<Event> events() {
        return EVENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsToldOrSilentOnPurpose(Event event) {
        assertEquals(SILENT.contains(event.getClass()), Told.of(event).isEmpty());
    }

    static Stream<DriveEvent> driveEvents() {
        return DRIVE_EVENTS.stream();
    }

    @ParameterizedTest
    @MethodSource("driveEvents")
    void aDriveEventIsToldOrSilentOnPurpose(DriveEvent event) {
        assertEquals(SILENT.contains(event.getClass()), Told.of(event).isEmpty());
    }

    @Test
    void everyKindOfEventIsHere() {
        var all = Stream.of(Event.class, Event.OfVisit.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .filter(type -> type != Event.OfVisit.class)
                .collect(Collectors.toSet());
        assertEquals(all, kinds(EVENTS));
        var drive = kinds(DRIVE_EVENTS);
        assertEquals(Set.of(DriveEvent.class.getPermittedSubclasses()), drive);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsAStanzaErrorWithASentence(Refusal why) {
        isStanzaError(Told.answer("offer-accept", new Event.Refused(why)).toXML(), why.condition(), why.sentence());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedDriveIsAStanzaErrorWithASentence(DriveRefusal why) {
        isStanzaError(Told.answer("drive", new DriveEvent.Refused(why)).toXML(), why.condition(), why.sentence());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedUrlIsAStanzaErrorWithItsReason(UrlRefusal why) {
        var error = Told.answer("drive", new DriveEvent.UrlRefused(why)).toXML();

        isStanzaError(error, "not-acceptable", why.sentence());
        assertThat(CanonicalXml.of(error)).contains("{urn:usher:drive:1}refused reason='" + why.word() + "'");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonToTakeAnOfferBackIsASentence(RevokeReason why) {
        var reason = CanonicalXml.parse(Told.of(new Event.Revoked(VISIT, NURSE, ROMEO, why, Optional.empty()))
                        .get(0)
                        .toXML())
                .element("offer-revoke")
                .elementText("reason");
        assertThat(reason).endsWith(".");
    }

    @Test
    void aFaultOfOursIsAnswered() {
        var told = Told.of(new Outcome<>(Optional.of(Examples.packet("drive")), List.of(), List.of(), true));

        assertEquals(1, told.size());
        assertThat(CanonicalXml.of(told.get(0).toXML())).contains("internal-server-error");
    }

    @Test
    void aFaultOfOursThatNobodyAskedForIsNot() {
        assertEquals(List.of(), Told.of(new Outcome<>(Optional.empty(), List.of(), List.of(), true)));
    }

    @Test
    void whoseConnectionIsGoneIsToldNothing() {
        assertEquals(List.of(), Told.of(new Event.Departed(VISIT, ROMEO, DepartReason.VANISHED)));
    }

    private static void isStanzaError(String xml, String condition, String sentence) {
        var error = CanonicalXml.parse(xml).element("error");
        assertThat(PacketError.Condition.fromXMPP(condition)).isNotNull();
        assertThat(PacketError.Type.fromXMPP(error.attributeValue("type"))).isNotNull();
        assertThat(error.element(Xml.name(condition, Namespaces.STANZA_ERROR))).isNotNull();
        assertEquals(sentence, error.elementText(Xml.name("text", Namespaces.STANZA_ERROR)));
    }

    private static Set<Class<?>> kinds(List<?> events) {
        return events.stream().map(Object::getClass).collect(Collectors.toSet());
    }
}
