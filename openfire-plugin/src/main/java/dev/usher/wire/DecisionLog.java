package dev.usher.wire;

import dev.usher.drive.DriveEvent;
import dev.usher.routing.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each decision, its first word to search for. Never what people wrote, and never where they went. */
final class DecisionLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.usher.decisions");

    private DecisionLog() {}

    static void note(Event event) {
        if (event instanceof Event.Queued queued) {
            LOG.info(
                    "queued visit={} queue={}",
                    queued.visit().value(),
                    queued.placement().queue());
        } else if (event instanceof Event.Rejoined rejoined) {
            LOG.info("rejoined visit={}", rejoined.visit().value());
        } else if (event instanceof Event.CustomerMissed missed) {
            LOG.info("customer-missed visit={} until={}", missed.visit().value(), missed.returnBy());
        } else if (event instanceof Event.Overflowed overflowed) {
            LOG.info(
                    "overflowed visit={} from={} to={}",
                    overflowed.visit().value(),
                    overflowed.from(),
                    overflowed.to());
        } else if (event instanceof Event.Stayed stayed) {
            LOG.warn("stayed visit={} not-to={}", stayed.visit().value(), stayed.place());
        } else if (event instanceof Event.Unmatched unmatched) {
            LOG.debug(
                    "unmatched visit={} filter={} of={}",
                    unmatched.visit().value(),
                    unmatched.why().filter().word(),
                    unmatched.why().before());
        } else if (event instanceof Event.Departed departed) {
            LOG.info("departed visit={} why={}", departed.visit().value(), departed.why());
        } else if (event instanceof Event.Restored restored) {
            LOG.info("restored visit={} phase={}", restored.visit().value(), restored.phase());
        } else if (event instanceof Event.MessageLeft left) {
            LOG.info("message-left message={}", left.visit().value());
        } else if (event instanceof Event.MessageTold told) {
            LOG.info(
                    "message-told message={} agents={}",
                    told.visit().value(),
                    told.agents().size());
        } else if (event instanceof Event.StateChanged changed) {
            LOG.info("state-changed state={}", changed.state());
        } else {
            noteAgent(event);
        }
    }

    private static void noteAgent(Event event) {
        if (event instanceof Event.Attended attended) {
            LOG.info("attended agent={} available={}", attended.agent().connection(), attended.available());
        } else if (event instanceof Event.Withdrew withdrew) {
            LOG.info("withdrew agent={}", withdrew.agent().connection());
        } else if (event instanceof Event.NotAnswering silent) {
            LOG.warn("not-answering agent={} lapses={}", silent.agent().connection(), silent.lapses());
        } else if (event instanceof Event.Offered offered) {
            LOG.info(
                    "offered visit={} agent={} until={}",
                    offered.visit().value(),
                    offered.agent().connection(),
                    offered.until());
        } else if (event instanceof Event.Rejected rejected) {
            LOG.info(
                    "rejected visit={} agent={}",
                    rejected.visit().value(),
                    rejected.agent().connection());
        } else if (event instanceof Event.Revoked revoked) {
            LOG.info(
                    "revoked visit={} agent={} why={}",
                    revoked.visit().value(),
                    revoked.agent().connection(),
                    revoked.why());
        } else {
            noteChannel(event);
        }
    }

    private static void noteChannel(Event event) {
        if (event instanceof Event.Seated seated) {
            LOG.info(
                    "seated visit={} agent={}",
                    seated.visit().value(),
                    seated.agent().connection());
        } else if (event instanceof Event.Unseated unseated) {
            LOG.warn("unseated visit={}", unseated.visit().value());
        } else if (event instanceof Event.Opened opened) {
            LOG.info("opened visit={}", opened.visit().value());
        } else if (event instanceof Event.AgentMissed missed) {
            LOG.info(
                    "agent-missed visit={} agent={} until={}",
                    missed.visit().value(),
                    missed.agent().connection(),
                    missed.returnBy());
        } else if (event instanceof Event.AgentReturned returned) {
            LOG.info(
                    "agent-returned visit={} agent={}",
                    returned.visit().value(),
                    returned.agent().connection());
        } else if (event instanceof Event.AgentLeft left) {
            LOG.info(
                    "agent-left visit={} agent={}",
                    left.visit().value(),
                    left.agent().connection());
        } else if (event instanceof Event.Ended ended) {
            LOG.info("ended visit={} why={}", ended.visit().value(), ended.why());
        } else {
            noteHandover(event);
        }
    }

    private static void noteHandover(Event event) {
        if (event instanceof Event.HandoverBegun begun) {
            LOG.info(
                    "handover-begun visit={} kind={} target={}",
                    begun.visit().value(),
                    begun.handover().kind(),
                    begun.handover().target());
        } else if (event instanceof Event.HandoverFailed failed) {
            LOG.info("handover-failed visit={} why={}", failed.visit().value(), failed.why());
        } else if (event instanceof Event.HandedOver handed) {
            LOG.info(
                    "handed-over visit={} agent={}",
                    handed.visit().value(),
                    handed.agent().connection());
        } else if (event instanceof Event.Relieved relieved) {
            LOG.info(
                    "relieved visit={} agent={}",
                    relieved.visit().value(),
                    relieved.agent().connection());
        } else if (event instanceof Event.Referred referred) {
            LOG.info("referred visit={} workgroup={}", referred.visit().value(), referred.workgroup());
        } else if (event instanceof Event.CameBack back) {
            LOG.warn("came-back visit={} from={}", back.visit().value(), back.workgroup());
        } else if (event instanceof Event.StillLent still) {
            LOG.info(
                    "still-lent visit={} lender={} agent={}",
                    still.errand().visit().value(),
                    still.lender(),
                    still.agent().connection());
        } else if (event instanceof Event.MonitorEntered entered) {
            LOG.info(
                    "monitor-entered visit={} monitor={}",
                    entered.visit().value(),
                    entered.monitor().connection());
        } else if (event instanceof Event.MonitorLeft left) {
            LOG.info(
                    "monitor-left visit={} monitor={}",
                    left.visit().value(),
                    left.monitor().connection());
        } else if (event instanceof Event.Lent lent) {
            LOG.info(
                    "lent visit={} home={} agent={}",
                    lent.visit().value(),
                    lent.home(),
                    lent.agent().connection());
        }
    }

    static void note(DriveEvent event) {
        if (event instanceof DriveEvent.Driven driven) {
            LOG.info("driven visit={} drive={} seq={}", driven.visit(), driven.id(), driven.seq());
        } else if (event instanceof DriveEvent.UrlRefused refused) {
            LOG.info("drive-refused why={}", refused.why());
        }
    }
}
