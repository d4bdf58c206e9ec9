package dev.usher.wire;

import dev.usher.desk.Order;
import dev.usher.desk.Outcome;
import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.Event;
import dev.usher.routing.OfferRef;
import dev.usher.routing.Refusal;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xmpp.packet.IQ;
import org.xmpp.packet.JID;
import org.xmpp.packet.Message;
import org.xmpp.packet.Packet;

/**
 * Offers to agents whose client knows no workgroups. Such a client answers the first offer with an error; then the agent
 * gets it, and all that come, as a chat message, and answers with a word. Each is spoken to in the language in which they
 * write. Thread-safe.
 */
final class ChatOffers {
    private final String workgroup;
    /** The connections whose clients have shown that they know no offers. */
    private final Set<String> plain = ConcurrentHashMap.newKeySet();
    /** Of those, the ones that know direct invitations (XEP-0249). */
    private final Set<String> invitedDirectly = ConcurrentHashMap.newKeySet();
    /** What each agent (a bare JID) is being asked; one at a time. */
    private final Map<String, Event.Offered> asked = new ConcurrentHashMap<>();
    /** In what language each connection has written. */
    private final Map<String, Phrasebook> languages = new ConcurrentHashMap<>();

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
        }
    }

    private void over(Address agent, VisitId visit) {
        asked.computeIfPresent(agent.user(), (user, offered) -> offered.visit().equals(visit) ? null : offered);
    }

    /** Whether an agent is being asked for that visit. */
    boolean isAsked(JID agent, VisitId visit) {
        var offered = asked.get(agent.toBareJID());
        return offered != null && offered.visit().equals(visit);
    }

    /** A connection is gone. */
    void forget(String connection) {
        plain.remove(connection);
        invitedDirectly.remove(connection);
        languages.remove(connection);
    }

    /** An agent's client has answered an offer with an error. Returns the offer for the agent to read, and a question. */
    List<Packet> notUnderstood(JID connection, String visit) {
        var offered = asked.get(connection.toBareJID());
        boolean isIt = offered != null
                && offered.visit().value().equals(visit)
                && offered.agent().connection().equals(connection.toString());
        if (!isIt) {
            return List.of();
        }
        plain.add(connection.toString());
        return List.of(offer(offered), whatItKnows(connection));
    }

    private Packet whatItKnows(JID connection) {
        var question = new IQ(IQ.Type.get, "features-" + workgroup.substring(0, workgroup.indexOf('@')));
        question.setFrom(workgroup);
        question.setTo(connection);
        question.setChildElement("query", Namespaces.DISCO_INFO);
        return question;
    }

    /** What a client knows counts where it knows no offers. */
    void knows(JID connection, Set<String> features) {
        if (plain.contains(connection.toString()) && features.contains(Namespaces.CONFERENCE)) {
            invitedDirectly.add(connection.toString());
        }
    }

    /**
     * The invitation from the contact itself (XEP-0249), for a client that knows no workgroups: such a client may not let
     * a stranger's room invite its user. The room's own comes all the same, since it is what makes the agent a member.
     */
    Optional<Message> invitation(Address agent, JID room) {
        if (!invitedDirectly.contains(agent.connection())) {
            return Optional.empty();
        }
        var message = new Message();
        message.setFrom(workgroup);
        message.setTo(agent.connection());
        message.addChildElement("x", Namespaces.CONFERENCE).addAttribute("jid", room.toString());
        return Optional.of(message);
    }

    Message offer(Event.Offered offered) {
        return to(
                offered.agent(), OfferText.of(offered, language(offered.agent().connection())));
    }

    /** A message that was left, for every client: one who has gone meanwhile finds it at the next login. */
    Message message(Event.MessageShown shown, Address agent) {
        var message = new Message();
        message.setType(Message.Type.chat);
        message.setFrom(workgroup);
        message.setTo(agent.connection());
        message.setBody(LeftMessageText.of(shown, language(agent.connection())));
        message.addChildElement("left-message", Namespaces.VISIT)
                .addAttribute("id", shown.visit().value())
                .addAttribute("at", shown.left().toInstant().toString());
        return message;
    }

    Message revoke(Event.Revoked revoked) {
        return to(
                revoked.agent(),
                OfferText.of(revoked.why(), language(revoked.agent().connection())));
    }

    private Phrasebook language(String connection) {
        return languages.getOrDefault(connection, Phrasebook.usual());
    }

    /** What an agent's message orders; empty if it is none of the words. */
    Optional<Order> read(Message message) {
        var connection = message.getFrom().toString();
        Phrasebook.ofStanza(message).ifPresent(book -> languages.put(connection, book));
        var known = language(connection);
        if (known.wordIn(message.getBody()).isEmpty()) {
            Phrasebook.all().stream()
                    .filter(book -> book.wordIn(message.getBody()).isPresent())
                    .findFirst()
                    .ifPresent(book -> languages.put(connection, book));
        }
        return language(connection)
                .wordIn(message.getBody())
                .map(word -> new Order.Route(command(word, RequestDecoder.addressOf(message))));
    }

    private static Command command(ChatWord word, Address agent) {
        return switch (word) {
            case JOIN -> new Command.Attend(agent, true, 0);
            case LEAVE -> new Command.Withdraw(agent);
            case ACCEPT -> new Command.Accept(agent, new OfferRef.Pending());
            case DECLINE -> new Command.Reject(agent, new OfferRef.Pending());
        };
    }

    private Message to(Address agent, String text) {
        var message = momentary(text);
        message.setFrom(workgroup);
        message.setTo(agent.connection());
        return message;
    }

    /** How to write to a workgroup. */
    Message usage(Message written) {
        var book = language(written.getFrom().toString());
        return reply(
                written,
                book.say(
                        "usage",
                        book.word(ChatWord.JOIN),
                        book.word(ChatWord.LEAVE),
                        book.word(ChatWord.ACCEPT),
                        book.word(ChatWord.DECLINE)));
    }

    /** What an agent who has written a word is told of what came of it; empty where something else says it. */
    Optional<Message> answer(Message written, Outcome<?> outcome, Optional<String> refusal) {
        var book = language(written.getFrom().toString());
        return told(outcome, book)
                .or(() -> refusal)
                .or(() -> nothingToDo(written, book))
                .map(text -> reply(written, text));
    }

    /** Who leaves and was not there is where they want to be. */
    private static Optional<String> nothingToDo(Message written, Phrasebook book) {
        return book.wordIn(written.getBody())
                .filter(word -> word == ChatWord.LEAVE)
                .map(word -> book.say("offline"));
    }

    /** What an agent is told who comes, goes, or answers an offer. */
    static Optional<String> told(Outcome<?> outcome, Phrasebook book) {
        for (var event : outcome.routed()) {
            if (event instanceof Event.Attended) {
                return Optional.of(book.say("online", book.word(ChatWord.LEAVE)));
            } else if (event instanceof Event.Withdrew) {
                return Optional.of(book.say("offline"));
            } else if (event instanceof Event.Seated
                    || event instanceof Event.HandedOver
                    || event instanceof Event.Lent) {
                return Optional.of(book.say("yours"));
            } else if (event instanceof Event.Rejected) {
                return Optional.of(book.say("declined"));
            } else if (event instanceof Event.Refused refused && refused.why() == Refusal.OFFER_GONE) {
                return Optional.of(book.say("nothing"));
            }
        }
        return Optional.empty();
    }

    /** In the thread of what was written. */
    private static Message reply(Message written, String text) {
        var message = momentary(text);
        message.setFrom(written.getTo());
        message.setTo(written.getFrom());
        message.setThread(written.getThread());
        return message;
    }

    /** Of use now or never: a server keeps no such message for the next login of who has just gone (XEP-0334). */
    private static Message momentary(String text) {
        var message = new Message();
        message.setType(Message.Type.chat);
        message.setBody(text);
        message.addChildElement("no-store", Namespaces.HINTS);
        return message;
    }
}
