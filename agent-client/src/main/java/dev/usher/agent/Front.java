package dev.usher.agent;

import dev.usher.agent.stanza.Namespaces;
import dev.usher.agent.stanza.OfferIq;
import dev.usher.agent.stanza.OfferRevokeIq;
import java.util.function.Consumer;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;

/**
 * Receives what workgroups ask of the agent and confirms it at once. Anybody else who sends an offer is told that there
 * is no such service. Thread-safe.
 */
final class Front {

    private final Wire wire;
    private final Duty duty;
    private volatile boolean closed;

    Front(Wire wire, Duty duty) {
        this.wire = wire;
        this.duty = duty;
    }

    /** Smack keeps one handler for each element, so a second desk would silently rob the first. */
    void open(Consumer<OfferIq> offered, Consumer<OfferRevokeIq> revoked) {
        var before = wire.connection().registerIQRequestHandler(new Handler<>("offer", OfferIq.class, offered));
        if (before != null && !(before instanceof Handler<?> handler && handler.isClosed())) {
            wire.connection().registerIQRequestHandler(before);
            throw new IllegalStateException("Something on this connection takes offers already.");
        }
        wire.connection().registerIQRequestHandler(new Handler<>("offer-revoke", OfferRevokeIq.class, revoked));
    }

    /** COMPAT: Smack miscounts handlers of one namespace and throws when the last is unregistered, so ours stay, shut. */
    void close() {
        closed = true;
    }

    private final class Handler<I extends IQ> extends AbstractIqRequestHandler {

        private final Class<I> kind;
        private final Consumer<I> taker;

        /** Mode sync: in the order of the stream, before and after the stanzas that the desk hears. */
        Handler(String element, Class<I> kind, Consumer<I> taker) {
            super(element, Namespaces.WORKGROUP, IQ.Type.set, Mode.sync);
            this.kind = kind;
            this.taker = taker;
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public IQ handleIQRequest(IQ request) {
            if (closed || !duty.covers(request.getFrom()) || !kind.isInstance(request)) {
                return IQ.createErrorResponse(request, StanzaError.Condition.service_unavailable);
            }
            wire.loop().execute(() -> taker.accept(kind.cast(request)));
            return IQ.createResultIQ(request);
        }
    }
}
