package dev.usher.testbed.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Speaks in the server's place: of what the customer's client says over WebSocket, one kind of stanza does not reach the
 * server, and is answered here. For answers that a server of ours gives only when something is wrong with it.
 */
final class Understudy {
    private static final String ERROR =
            "<error type='cancel'><%s xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";

    private static final String ENTERS = "<presence [^>]*to=[\"']([^\"']+@conference[^\"']+)[\"']";

    private Understudy() {}

    /** Before the page is loaded. A request to join gets that error (RFC 6120 §8.3.3). */
    static void refusesToJoin(Page page, String condition) {
        answers(
                page,
                "<iq [^>]*id=[\"']([^\"']+)[\"'][^>]*><join-queue",
                asked -> "<iq xmlns='jabber:client' type='error' from='" + SmackAgent.WORKGROUP + "' id='"
                        + asked.group(1) + "'>" + ERROR.formatted(condition) + "</iq>");
    }

    /** Before the page is loaded. Whoever wants into a room is turned away. */
    static void letsNobodyIn(Page page) {
        answers(
                page,
                ENTERS,
                asked -> "<presence xmlns='jabber:client' type='error' from='" + asked.group(1) + "'>"
                        + ERROR.formatted("forbidden") + "</presence>");
    }

    /** Before the page is loaded. Whoever wants into a room hears nothing of it. */
    static void saysNothingToWhoEnters(Page page) {
        answers(page, ENTERS, asked -> "");
    }

    /** Before the page is loaded. Who leaves the line has been put out of it already, as nobody could come. */
    static void hasNobody(Page page) {
        answers(
                page,
                "<iq [^>]*id=[\"']([^\"']+)[\"'][^>]*><depart-queue",
                asked -> "<message xmlns='jabber:client' from='"
                        + SmackAgent.WORKGROUP
                        + "'><depart-queue xmlns='http://jabber.org/protocol/workgroup'><agent-not-found/>"
                        + "</depart-queue></message>");
    }

    /** Steps aside: from the next page on the server speaks for itself. */
    static void stepsAside(Page page) {
        page.routeWebSocket("**/ws/", WebSocketRoute::connectToServer);
    }

    private static void answers(Page page, String stanza, Function<MatchResult, String> answer) {
        var wanted = Pattern.compile(stanza);
        page.routeWebSocket("**/ws/", socket -> {
            var server = socket.connectToServer();
            socket.onMessage(frame -> {
                var asked = wanted.matcher(frame.text());
                boolean isMeant = asked.find();
                // The server hears that somebody leaves the line all the same: nobody stays in it for the next test.
                if (!isMeant || frame.text().contains("<depart-queue")) {
                    server.send(frame.text());
                }
                if (!isMeant) {
                    return;
                }
                var words = answer.apply(asked.toMatchResult());
                if (!words.isEmpty()) {
                    socket.send(words);
                }
            });
        });
    }
}
