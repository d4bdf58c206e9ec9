package dev.usher.testbed.journey;

import dev.usher.testbed.Poll;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jxmpp.jid.parts.Resourcepart;

/** What an agent's client hears and tells in a channel without a word: who writes (XEP-0085), what was seen (XEP-0333). */
final class Signals {
    private static final String CHAT_STATES = "http://jabber.org/protocol/chatstates";
    private static final String MARKERS = "urn:xmpp:chat-markers:0";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MultiUserChat room;
    private final Resourcepart customer;
    private final List<Message> heard = new CopyOnWriteArrayList<>();

    Signals(MultiUserChat room, String customer) {
        this.room = room;
        this.customer = Resourcepart.fromOrThrowUnchecked(customer);
        room.addMessageListener(message -> {
            if (this.customer.equals(message.getFrom().getResourceOrNull())) {
                heard.add(message);
            }
        });
    }

    /** The customer's message with that text, when it has come. */
    Message awaitSaid(String text) {
        return await("'" + text + "'", message -> text.equals(message.getBody()));
    }

    /** Waits until the customer's client has said so. */
    void awaitState(String state) {
        await(state, message -> message.getBody() == null && message.hasExtension(state, CHAT_STATES));
    }

    /** Waits until the customer's client has said that it has shown that line. */
    void awaitDisplayed(String id) {
        await("displayed " + id, message -> {
            var mark = (StandardExtensionElement) message.getExtensionElement("displayed", MARKERS);
            return mark != null && id.equals(mark.getAttributeValue("id"));
        });
    }

    List<Message> all() {
        return List.copyOf(heard);
    }

    void tellState(String state) throws Exception {
        room.sendMessage(room.buildMessage()
                .addExtension(
                        StandardExtensionElement.builder(state, CHAT_STATES).build()));
    }

    void tellDisplayed(String id) throws Exception {
        room.sendMessage(room.buildMessage()
                .addExtension(StandardExtensionElement.builder("displayed", MARKERS)
                        .addAttribute("id", id)
                        .build()));
    }

    /** Says something, and wants to know when it is seen. Returns the message's name. */
    String say(String text) throws Exception {
        return room.sendMessage(room.buildMessage()
                        .setBody(text)
                        .addExtension(StandardExtensionElement.builder("markable", MARKERS)
                                .build()))
                .getStanzaId();
    }

    private Message await(String what, Predicate<Message> wanted) {
        Poll.until(
                () -> heard.stream().anyMatch(wanted),
                PATIENCE,
                () -> "Not heard: " + what + "; but "
                        + heard.stream().map(m -> m.toXML().toString()).toList());
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }
}
