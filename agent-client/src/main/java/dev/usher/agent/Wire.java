package dev.usher.agent;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.Jid;

/**
 * Sends stanzas and matches answers to questions. Smack's own futures are completed on any thread; here an answer
 * takes its turn among all the other stanzas, so a drive's result is always seen before its first report.
 */
final class Wire {

    private record Question(Jid to, Function<StanzaError, DeskException> refusal, CompletableFuture<IQ> answer) {}

    private final XMPPConnection connection;
    private final Loop loop;
    private final Map<String, Question> open = new HashMap<>();
    private DeskException over;

    Wire(XMPPConnection connection, Loop loop) {
        this.connection = connection;
        this.loop = loop;
    }

    XMPPConnection connection() {
        return connection;
    }

    Loop loop() {
        return loop;
    }

    PresenceBuilder presenceTo(Jid to) {
        return connection.getStanzaFactory().buildPresenceStanza().to(to);
    }

    MessageBuilder messageTo(Jid to) {
        return connection.getStanzaFactory().buildMessageStanza().to(to);
    }

    /** How long an answer may take: Smack's reply time-out of the connection. */
    Duration patience() {
        return Duration.ofMillis(connection.getReplyTimeout());
    }

    CompletableFuture<IQ> ask(IQ question, Function<StanzaError, DeskException> refusal) {
        var answer = new CompletableFuture<IQ>();
        loop.execute(() -> {
            open.put(question.getStanzaId(), new Question(question.getTo(), refusal, answer));
            loop.expire(answer, patience(), () -> new DeskException.NoAnswer(question.getTo(), patience()));
            answer.whenComplete((iq, failure) -> open.remove(question.getStanzaId()));
            send(question).ifPresent(answer::completeExceptionally);
        });
        return answer;
    }

    /** Fire and forget: the future is done when the connection has taken the stanza. */
    CompletableFuture<Void> tell(Stanza stanza) {
        var told = new CompletableFuture<Void>();
        loop.execute(() -> send(stanza).ifPresentOrElse(told::completeExceptionally, () -> told.complete(null)));
        return told;
    }

    /** On the loop only. */
    Optional<DeskException> send(Stanza stanza) {
        if (over != null) {
            return Optional.of(over);
        }
        try {
            connection.sendStanza(stanza);
            return Optional.empty();
        } catch (NotConnectedException e) {
            return Optional.of(new DeskException.ConnectionLost("The connection is closed.", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new DeskException.ConnectionLost("Sending was interrupted.", e));
        }
    }

    /** Takes an IQ of type result or error. An answer from anybody but the one asked is no answer. */
    void answered(IQ iq) {
        var question = open.get(iq.getStanzaId());
        if (question == null || !question.to().equals(iq.getFrom())) {
            return;
        }
        if (iq.getType() != IQ.Type.error) {
            question.answer().complete(iq);
        } else {
            question.answer().completeExceptionally(question.refusal().apply(iq.getError()));
        }
    }

    /** For good: a connection that comes back is another session, of which the workgroups know nothing. */
    void fail(DeskException failure) {
        over = failure;
        List.copyOf(open.values()).forEach(question -> question.answer().completeExceptionally(failure));
    }
}
