package dev.usher.agent.stanza;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.agent.Examples;
import dev.usher.agent.SameXml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jivesoftware.smack.packet.EmptyResultIQ;
import org.jivesoftware.smack.packet.ErrorIQ;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.muc.packet.MUCUser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.jxmpp.jid.impl.JidCreate;

/** Every example of the contract that an agent sends or receives is read and written here. */
class GoldenXmlTest {

    private static final Pattern AGENTS = Pattern.compile(
            "workgroups-.*|agent-.*|queue-overview|queue-details|offer.*|invitation-agent|drive.*|report.*|bad-request");

    private static final String VISIT = "k3v9x2m7q4w8t6z1p5r0c2d8f7";

    /** By example: the class that carries what the stanza says. */
    private static final Map<String, Class<?>> CARRIERS = Map.ofEntries(
            entry("workgroups-get", WorkgroupsIq.class),
            entry("workgroups-result", WorkgroupsIq.class),
            entry("agent-online", AgentStatus.class),
            entry("agent-away", Presence.class),
            entry("agent-offline", AgentStatus.class),
            entry("agent-refused", Presence.class),
            entry("queue-overview", QueueOverview.class),
            entry("queue-details", QueueDetails.class),
            entry("offer", OfferIq.class),
            entry("offer-verified", OfferIq.class),
            entry("offer-received", EmptyResultIQ.class),
            entry("offer-accept", OfferAnswerIq.class),
            entry("offer-accept-result", EmptyResultIQ.class),
            entry("offer-accept-late", ErrorIQ.class),
            entry("offer-reject", OfferAnswerIq.class),
            entry("offer-reject-result", EmptyResultIQ.class),
            entry("offer-revoke", OfferRevokeIq.class),
            entry("invitation-agent", OfferedVisit.class),
            entry("drive", DriveOrderIq.class),
            entry("drive-result", DriveResultIq.class),
            entry("drive-delivered", DriveElement.class),
            entry("drive-refused", ErrorIQ.class),
            entry("drive-forbidden", ErrorIQ.class),
            entry("drive-nobody", ErrorIQ.class),
            entry("report", ReportElement.class),
            entry("report-paused", ReportElement.class),
            entry("report-refused", ReportElement.class),
            entry("bad-request", ErrorIQ.class));

    @Test
    void noExampleOfTheAgentIsForgotten() {
        var agents = Examples.names().stream().filter(AGENTS.asMatchPredicate()).toList();

        assertThat(new TreeSet<>(CARRIERS.keySet())).containsExactlyElementsOf(agents);
    }

    @TestFactory
    List<DynamicTest> everyExampleIsReadAndWrittenUnchanged() {
        return CARRIERS.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var stanza = Examples.stanza(name);

                    assertThat(carrier(stanza, CARRIERS.get(name))).isNotNull();
                    SameXml.assertSame(Examples.written(stanza), Examples.xml(name));
                }))
                .toList();
    }

    private static Object carrier(Stanza stanza, Class<?> type) {
        return ExtensionElement.class.isAssignableFrom(type)
                ? stanza.getExtension(type.asSubclass(ExtensionElement.class))
                : type.isInstance(stanza) ? stanza : null;
    }

    @Test
    void anOfferSaysWhoCallsAndWhatFor() {
        var offer = (OfferIq) Examples.stanza("offer");

        assertThat(offer.visit()).isEqualTo(VISIT);
        assertThat(offer.customer().toString()).isEqualTo("romeo@example.org/balcony");
        assertThat(offer.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(offer.session().workgroup().toString()).isEqualTo("demo@workgroup.example.org");
        assertThat(offer.user()).isEmpty();
        assertThat(offer.metadata().values())
                .containsExactly(
                        entry("username", List.of("Romeo")),
                        entry("question", List.of("Where is the balcony?")),
                        entry("userID", List.of("romeo@example.org")));
    }

    @Test
    void aRevokeSaysWhy() {
        var revoke = (OfferRevokeIq) Examples.stanza("offer-revoke");

        assertThat(revoke.visit()).isEqualTo(VISIT);
        assertThat(revoke.reason()).hasValue("The offer has timed out.");
        assertThat(revoke.session().id()).isEqualTo(VISIT);
    }

    @Test
    void theQueueIsTold() {
        var ten = Instant.parse("2026-01-01T10:00:00Z");

        assertThat(Examples.stanza("queue-overview").getExtension(QueueOverview.class))
                .isEqualTo(new QueueOverview(1, Optional.of(ten), "open"));
        assertThat(Examples.stanza("queue-details")
                        .getExtension(QueueDetails.class)
                        .waiting())
                .containsExactly(new QueueDetails.Waiting(
                        JidCreate.fromOrThrowUnchecked("romeo@example.org/balcony"), 0, Optional.of(ten)));
    }

    @Test
    void theWorkgroupsOfAnAgentAreListed() {
        var answer = (WorkgroupsIq) Examples.stanza("workgroups-result");

        assertThat(answer.agent().toString()).isEqualTo("nurse@example.org");
        assertThat(answer.workgroups()).extracting(Object::toString).containsExactly("demo@workgroup.example.org");
    }

    @Test
    void theInvitationCarriesTheVisitInItsReason() {
        var invitation = (Message) Examples.stanza("invitation-agent");
        var invite = MUCUser.from(invitation).getInvite();

        assertThat(invite.getReason()).isEqualTo(VISIT);
        assertThat(invite.getFrom().toString()).isEqualTo("demo@workgroup.example.org");
        assertThat(invitation.getExtension(VisitSession.class).id()).isEqualTo(VISIT);
    }

    @Test
    void aDriveIsOrderedTakenAndDelivered() {
        var order = (DriveOrderIq) Examples.stanza("drive");
        var result = (DriveResultIq) Examples.stanza("drive-result");
        var delivered = Examples.stanza("drive-delivered").getExtension(DriveElement.class);

        assertThat(order.visit()).isEqualTo(VISIT);
        assertThat(order.url()).isEqualTo("https://shop.example/cart?step=2");
        assertThat(order.expires()).isEmpty();
        assertThat(result.drive()).isEqualTo("9f2c61d0a4e74b8f");
        assertThat(result.browsers()).isEqualTo(1);
        assertThat(delivered)
                .isEqualTo(new DriveElement(
                        result.drive(), 1, order.url(), "Nurse", Instant.parse("2026-01-01T10:01:00Z")));
    }

    @Test
    void anOrderMaySayWhenItExpires() {
        var workgroup = JidCreate.fromOrThrowUnchecked("demo@workgroup.example.org");
        var expires = Instant.parse("2026-01-01T10:05:00Z");

        var order = new DriveOrderIq(VISIT, "https://shop.example/", Optional.of(expires), workgroup);
        var read = (DriveOrderIq) Examples.parse(Examples.written(order));

        assertThat(read.expires()).hasValue(expires);
    }

    @Test
    void theAccountOfADriveNamesStatesAndReasons() {
        var report = Examples.stanza("report").getExtension(ReportElement.class);
        var refused = Examples.stanza("report-refused").getExtension(ReportElement.class);

        assertThat(report)
                .isEqualTo(new ReportElement(
                        VISIT,
                        "9f2c61d0a4e74b8f",
                        1,
                        1,
                        List.of(new ReportElement.Count("arrived", Optional.empty(), 1))));
        assertThat(refused.counts()).containsExactly(new ReportElement.Count("refused", Optional.of("own-origin"), 1));
    }

    @Test
    void refusalsKeepTheirConditionAndTheirSentence() {
        assertThat(Examples.stanza("drive-refused").getError().getCondition()).isEqualTo(Condition.not_acceptable);
        assertThat(Examples.stanza("drive-forbidden").getError().getCondition()).isEqualTo(Condition.forbidden);
        assertThat(Examples.stanza("drive-nobody").getError().getCondition()).isEqualTo(Condition.unexpected_request);
        assertThat(Examples.stanza("agent-refused").getError().getCondition()).isEqualTo(Condition.not_authorized);
        assertThat(Examples.stanza("bad-request").getError().getDescriptiveText("en"))
                .isEqualTo("The attribute url is missing from <drive/>.");
    }
}
