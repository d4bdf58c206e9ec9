package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.routing.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.dom4j.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xmpp.packet.IQ;
import org.xmpp.packet.Packet;

/**
 * What agents ask about what is stored: answered from the store, away from the threads of the server and of the desks,
 * and to nobody but agents of the workgroup. Thread-safe.
 */
final class Inquiries {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);

    /** A request that has been read. */
    @FunctionalInterface
    interface Inquiry {
        /**
         * @return null if somebody else answers
         * @throws dev.usher.desk.StoreException if the store cannot be used right now
         */
        Packet answer();
    }

    /** One kind of thing that can be asked about. */
    interface Topic {
        /**
         * @param workgroup the one that is asked, by an agent of it; null if the service itself is
         * @return empty if this is no such request
         */
        Optional<Inquiry> read(IQ request, Element payload, String workgroup) throws BadRequest;

        /** Whether only agents of the workgroup may ask. A topic for others has to find out by itself who may. */
        default boolean isForAgents() {
            return true;
        }
    }

    private final Directory directory;
    private final List<Topic> topics;
    private final Executor readers;
    private final StanzaSender sender;

    /** @param readers bounded: what it rejects is answered by the request to come back */
    Inquiries(Directory directory, List<Topic> topics, Executor readers, StanzaSender sender) {
        this.directory = directory;
        this.topics = List.copyOf(topics);
        this.readers = readers;
        this.sender = sender;
    }

    /** @param payload the child of an IQ get or set @return empty if this is no such request */
    Optional<Inquiry> read(IQ request, Element payload) throws BadRequest {
        var workgroup = request.getTo().getNode();
        for (var topic : topics) {
            var inquiry = topic.read(request, payload, workgroup);
            if (inquiry.isPresent()) {
                return !topic.isForAgents() || mayAsk(request, workgroup)
                        ? inquiry
                        : Optional.of(() -> StanzaErrors.of(request, Refusal.NOT_AN_AGENT));
            }
        }
        return Optional.empty();
    }

    private boolean mayAsk(IQ request, String workgroup) {
        var user = request.getFrom().toBareJID();
        return workgroup == null ? !directory.servedBy(user).isEmpty() : directory.isAgent(workgroup, user);
    }

    void answer(IQ request, Inquiry inquiry) {
        try {
            readers.execute(
                    () -> Optional.ofNullable(answerTo(request, inquiry)).ifPresent(sender::send));
        } catch (RejectedExecutionException e) {
            sender.send(StanzaErrors.busy(request));
        }
    }

    private static Packet answerTo(IQ request, Inquiry inquiry) {
        try {
            return inquiry.answer();
        } catch (RuntimeException e) { // a StoreException as well
            LOG.error("inquiry-failed from={}", request.getFrom(), e);
            return StanzaErrors.ourFault(request);
        }
    }
}
