package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.OfferRef;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;

/**
 * Offers to agents whose client knows no workgroups. Such a client answers the first offer with an error; then the agent
 * gets it, and all that come, as a chat message, and answers with a word. Thread-safe.
 */
final class ChatOffers {
    private static final int LONGEST_QUESTION = 300;

    private final String workgroup;
    /** The connections whose clients have shown that they know no offers. */
    private final Set<String> plain = ConcurrentHashMap.newKeySet();
    /** What each agent (a bare JID) is being asked; one at a time. */
    private final Map<String, Event.Offered> asked = new ConcurrentHashMap<>();

    /** @param workgroup its bare JID */
    ChatOffers(String workgroup) {
        this.workgroup = workgroup;
    }

    /** Whether offers go to this connection as chat messages. */
    boolean isPlain(Address agent) {
        return plain.contains(agent.connection());
    }

    /** Keeps in mind who is being asked for what. */
    void note(Event event) {
        if (event instanceof Event.Offered offered) {
            asked.put(offered.agent().user(), offered);
        } else if (event instanceof Event.Revoked revoked) {
            over(revoked.agent(), revoked.visit());
        } else if (event instanceof Event.Rejected rejected) {
            over(rejected.agent(), rejected.visit());
        } else if (event instanceof Event.Seated seated) {
            over(seated.agent(), seated.visit());
        } else if (event instanceof Event.HandedOver handed) {
            over(handed.agent(), handed.visit());
        } else if (event instanceof Event.Lent lent) {
            over(lent.agent(), lent.visit());
        } else if (event instanceof Event.Withdrew withdrew) {
            plain.remove(withdrew.agent().connection());
        }
    }

    private void over(Address agent, VisitId visit) {
        asked.computeIfPresent(agent.user(), (user, offered) -> offered.visit().equals(visit) ? null : offered);
    }

    /** An agent's client has answered an offer with an error. Returns the offer for the agent to read. */
    Optional<Message> notUnderstood(JID connection, String visit) {
        var offered = asked.get(connection.toBareJID());
        boolean isIt = offered != null
                && offered.visit().value().equals(visit)
                && offered.agent().connection().equals(connection.toString());
        if (!isIt) {
            return Optional.empty();
        }
        plain.add(connection.toString());
        return Optional.of(offer(offered));
    }

    Message offer(Event.Offered offered) {
        var who = answer(offered, "username").orElse("A customer");
        var question = answer(offered, "question").map(text -> " asks: " + text).orElse(" waits.");
        var asks = offered.handover()
                .map(handover -> "\n" + new JID(handover.by().user()).getNode() + " asks you to help"
                        + (handover.reason().isBlank() ? "." : ": " + handover.reason()))
                .orElse("");
        return to(
                offered.agent(),
                who + question + asks + "\nWrite accept or decline within "
                        + Math.max(1, offered.timeout().toSeconds()) + " seconds.");
    }

    private static Optional<String> answer(Event.Offered offered, String field) {
        return offered.answers().getOrDefault(field, List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(text -> text.length() > LONGEST_QUESTION ? text.substring(0, LONGEST_QUESTION) + "…" : text)
                .findFirst();
    }

    /** What a word orders; empty where there is nothing that it could be the answer to. */
    Optional<Order> order(ChatWord word, Address agent) {
        var offer =
                Optional.ofNullable(asked.get(agent.user())).map(offered -> new OfferRef.BySession(offered.visit()));
        Optional<Command> command = switch (word) {
            case JOIN -> Optional.of(new Command.Attend(agent, true, 0));
            case LEAVE -> Optional.of(new Command.Withdraw(agent));
            case ACCEPT -> offer.map(taken -> new Command.Accept(agent, taken));
            case DECLINE -> offer.map(declined -> new Command.Reject(agent, declined));
        };
        return command.map(Order.Route::new);
    }

    Message to(Address agent, String text) {
        var message = new Message();
        message.setFrom(workgroup);
        message.setTo(agent.connection());
        message.setType(Message.Type.chat);
        message.setBody(text);
        return message;
    }

    /** In the thread of what was written. */
    static Message reply(Message written, String text) {
        var message = new Message();
        message.setFrom(written.getTo());
        message.setTo(written.getFrom());
        message.setType(Message.Type.chat);
        message.setThread(written.getThread());
        message.setBody(text);
        return message;
    }

    /** What an agent who has written a word is told of what came of it; empty where something else says it. */
    static Optional<String> told(List<Event> events) {
        for (var event : events) {
            if (event instanceof Event.Attended) {
                return Optional.of(
                        "You are online here. You are asked by a message like this one; write leave to stop.");
            } else if (event instanceof Event.Withdrew) {
                return Optional.of("You are offline here.");
            } else if (event instanceof Event.Seated
                    || event instanceof Event.HandedOver
                    || event instanceof Event.Lent) {
                return Optional.of("It is yours: an invitation to the channel follows.");
            } else if (event instanceof Event.Rejected) {
                return Optional.of("Declined.");
            }
        }
        return Optional.empty();
    }
}
