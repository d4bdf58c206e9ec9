package dev.usher.agent;

import dev.usher.agent.stanza.OfferIq;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;

/**
 * One visit, shown to this agent until an instant (XEP-0142 §4.2). Immutable.
 *
 * @param visit the session id; also the local part of the room to come
 * @param workgroup who offers it
 * @param customer the connection that called
 * @param answers what the customer's form said, by field name. Written by the customer: plain text, never markup
 * @param until when the switch takes it back, on this machine's clock
 */
public record Offer(
        String visit, EntityBareJid workgroup, Jid customer, Map<String, List<String>> answers, Instant until) {

    static Offer of(OfferIq iq, EntityBareJid workgroup, Instant now) {
        return new Offer(iq.visit(), workgroup, iq.customer(), iq.metadata().values(), now.plus(iq.timeout()));
    }

    /** The first answer to one field of the form. */
    public Optional<String> answer(String field) {
        return answers.getOrDefault(field, List.of()).stream()
                .filter(answer -> !answer.isBlank())
                .findFirst();
    }

    /** What the customer wants to be called; without a word on it, the address. */
    public String customerName() {
        return answer("username").orElseGet(customer::toString);
    }

    /** How long is left; zero when the time is over. */
    public Duration left(Instant now) {
        return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }
}
