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
            LOG.info("queued visit={}", queued.visit().value());
        } else if (event instanceof Event.Departed departed) {
            LOG.info("departed visit={} why={}", departed.visit().value(), departed.why());
        } else if (event instanceof Event.Attended attended) {
            LOG.info("attended agent={} available={}", attended.agent().connection(), attended.available());
        } else if (event instanceof Event.Withdrew withdrew) {
            LOG.info("withdrew agent={}", withdrew.agent().connection());
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
        } else if (event instanceof Event.Ended ended) {
            LOG.info("ended visit={} why={}", ended.visit().value(), ended.why());
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
