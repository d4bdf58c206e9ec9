package dev.usher.agent.cli;

import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jivesoftware.smack.SmackException.EndpointConnectionException;
import org.jivesoftware.smack.SmackException.SecurityRequiredByClientException;
import org.jivesoftware.smack.SmackException.SecurityRequiredByServerException;
import org.jivesoftware.smack.SmackException.SmackSaslException;
import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.packet.StreamError;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jxmpp.jid.EntityBareJid;

/** What a failed connection or login means to the person in front of the screen, in one line. */
final class Diagnosis {

    static Failure ofConnecting(Server server, EntityBareJid user, Exception e) {
        if (has(e, SecurityRequiredByClientException.class)) {
            return new Failure(
                    Exit.TLS, server + " offers no encryption (TLS). For a trial server on this machine: --tls off", e);
        }
        if (has(e, SecurityRequiredByServerException.class)) {
            return new Failure(Exit.TLS, server + " insists on encryption: leave --tls off away.", e);
        }
        if (has(e, SSLException.class) || has(e, CertificateException.class)) {
            return new Failure(
                    Exit.TLS,
                    "The certificate of " + server + " is not trusted: " + reason(e)
                            + " (a trust store of your own: java -Djavax.net.ssl.trustStore=… -jar usher-agent.jar …)",
                    e);
        }
        var stream = find(e, StreamErrorException.class);
        if (stream.isPresent()) {
            return ofStream(server, user, stream.get().getStreamError(), e);
        }
        return new Failure(Exit.UNREACHABLE, "No XMPP server answers at " + server + ": " + reason(e), e);
    }

    static Failure ofLogin(Server server, EntityBareJid user, Exception e) {
        if (has(e, SASLErrorException.class)) {
            return new Failure(Exit.LOGIN, server + " does not let " + user + " in: wrong user or password.", e);
        }
        if (has(e, SmackSaslException.class)) {
            var way = server.encrypted() ? "" : " that keeps the password secret without TLS";
            return new Failure(Exit.LOGIN, server + " offers no way to log in" + way + ".", e);
        }
        return ofConnecting(server, user, e);
    }

    private static Failure ofStream(Server server, EntityBareJid user, StreamError error, Exception e) {
        var sentence = error.getCondition() == StreamError.Condition.host_unknown
                ? server + " does not serve " + user.getDomain() + ": check --domain."
                : server + " closed the connection: " + error.getCondition();
        return new Failure(Exit.UNREACHABLE, sentence, e);
    }

    private static boolean has(Throwable e, Class<? extends Throwable> kind) {
        return find(e, kind).isPresent();
    }

    private static <E extends Throwable> Optional<E> find(Throwable e, Class<E> kind) {
        return causes(e).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Down to the root; Smack keeps what happened at each address beside its own exception instead of beneath it. */
    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Diagnosis::beneath);
    }

    private static Throwable beneath(Throwable e) {
        if (e instanceof EndpointConnectionException endpoints) {
            return endpoints.getConnectionExceptions().stream()
                    .findFirst()
                    .<Throwable>map(attempt -> attempt.getException())
                    .orElse(null);
        }
        return e.getCause();
    }

    private static String reason(Throwable e) {
        var root = causes(e).reduce((above, below) -> below).orElse(e);
        if (root instanceof UnknownHostException) {
            return "the name is not known.";
        }
        var message = root.getMessage();
        var words = message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
        return words.endsWith(".") ? words : words + ".";
    }

    private Diagnosis() {}
}
