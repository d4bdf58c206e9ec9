package dev.usher.agent;

import dev.usher.agent.stanza.DriveRefusedElement;
import org.jivesoftware.smack.packet.StanzaError;

/** Stanza errors as exceptions, by what had been asked. The only code that knows which condition means what. */
final class Refusals {

    static DeskException ofService(StanzaError error) {
        return switch (error.getCondition()) {
            case forbidden, not_authorized, not_allowed -> new DeskException.NotAnAgent(sentence(error));
            default -> plain(error);
        };
    }

    static DeskException ofAnswer(StanzaError error) {
        return switch (error.getCondition()) {
            case not_acceptable, item_not_found -> new DeskException.OfferGone(sentence(error));
            default -> plain(error);
        };
    }

    static DeskException ofDrive(StanzaError error) {
        return switch (error.getCondition()) {
            case not_acceptable -> refused(policy(error), error);
            case forbidden, item_not_found -> refused(DriveRefusal.NOT_YOUR_VISIT, error);
            case unexpected_request -> refused(DriveRefusal.NOBODY_THERE, error);
            case resource_constraint, policy_violation -> refused(DriveRefusal.TOO_FAST, error);
            case bad_request -> refused(DriveRefusal.NOT_UNDERSTOOD, error);
            default -> plain(error);
        };
    }

    static DeskException plain(StanzaError error) {
        return new DeskException.Refused(error.getCondition().toString(), sentence(error));
    }

    /** The server's own words in the agent's language, in English or in any other, else the bare condition. */
    static String sentence(StanzaError error) {
        var text = error.getDescriptiveText();
        return text == null || text.isBlank() ? "The server refused: " + error.getCondition() + "." : text;
    }

    private static DriveRefusal policy(StanzaError error) {
        var name = DriveRefusedElement.QNAME;
        DriveRefusedElement refused = error.getExtension(name.getLocalPart(), name.getNamespaceURI());
        return refused == null ? DriveRefusal.OTHER : DriveRefusal.of(refused.reason());
    }

    private static DeskException refused(DriveRefusal reason, StanzaError error) {
        return new DeskException.DriveRefused(reason, sentence(error));
    }

    private Refusals() {}
}
