package dev.usher.testbed.kill;

import dev.usher.testbed.kill.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for and what the server acknowledged, in that order: it outlives the server, and the server is held to
 * it. What contradicts it on the spot, as a second agent who is asked, is put down at once. Thread-safe.
 */
final class Ledger {
    private final Map<String, Known> visits = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int now;
    private int unanswered;

    /** A customer is about to ask. Returns when that was. */
    synchronized int joining() {
        unanswered++;
        return ++now;
    }

    synchronized void joined(String customer, int sent, String session, String token) {
        unanswered--;
        var visit = visit(session);
        if (visit.customer != null) {
            find(Kind.OTHER_SESSION, customer + " was given " + visit);
            return;
        }
        visit.customer = customer;
        visit.token = token;
        visit.joinSent = sent;
        visit.joinAcknowledged = ++now;
    }

    /** The server has answered, and does not want the customer. */
    synchronized void joinRefused() {
        unanswered--;
    }

    synchronized void offered(String session, String agent) {
        var visit = visit(session);
        if (visit.overBefore) {
            find(Kind.BACK_FROM_THE_END, visit + " was offered to " + agent);
        } else if (visit.agent != null) {
            find(Kind.OFFERED_TWICE, visit + " is " + visit.agent + "'s and was offered to " + agent);
        } else if (visit.offeredTo != null) {
            find(Kind.OFFERED_TWICE, visit + " was offered to " + visit.offeredTo + " and to " + agent);
        }
        visit.offeredTo = agent;
    }

    /** The agent declines, or the switch takes the offer back. */
    synchronized void offerClosed(String session, String agent) {
        var visit = visit(session);
        if (agent.equals(visit.agent) && !visit.ending && !visit.ended) {
            find(Kind.ACCEPT_LOST, visit + " was taken from " + agent + ", who had it");
        }
        if (agent.equals(visit.offeredTo)) {
            visit.offeredTo = null;
        }
    }

    synchronized void accepting(String session, String agent) {
        visit(session).accepting.add(agent);
    }

    synchronized void accepted(String session, String agent) {
        var visit = visit(session);
        if (visit.agent != null && !visit.agent.equals(agent)) {
            find(Kind.OFFERED_TWICE, visit + " was given to " + visit.agent + " and to " + agent);
        }
        visit.accepting.remove(agent);
        visit.offeredTo = null;
        visit.agent = agent;
    }

    synchronized void acceptRefused(String session, String agent) {
        visit(session).accepting.remove(agent);
    }

    /** Somebody is about to leave. */
    synchronized void ending(String session) {
        visit(session).ending = true;
    }

    /** The wish came too late: the visit goes on. */
    synchronized void endRefused(String session) {
        visit(session).ending = false;
    }

    synchronized void ended(String session) {
        visit(session).ended = true;
    }

    /** The switch has sent away somebody whom nobody asked to go. */
    synchronized void givenUp(String session) {
        var visit = visit(session);
        if (visit.mustBeThere()) {
            find(Kind.JOIN_LOST, visit + " was given up");
        }
        visit.ended = true;
    }

    /** The server is dead, and its offers with it. What had ended until then is over for every later one. */
    synchronized void serverDied() {
        for (var visit : visits.values()) {
            visit.offeredTo = null;
            visit.overBefore = visit.ended;
        }
    }

    /** After the audit: what was open is as the server has shown it, and what is over is forgotten. */
    synchronized void settle(Life life) {
        for (var visit : visits.values()) {
            if (life.isGone(visit.session)) {
                visit.ended = true;
            }
            visit.ending = false;
            if (visit.agent == null) {
                visit.agent =
                        life.invitedAgents(visit.session).stream().findFirst().orElse(null);
            }
            visit.accepting.clear();
        }
        visits.values().removeIf(visit -> visit.ended);
    }

    /** Every visit that is not over, or whose end was acknowledged since the last audit. */
    synchronized List<Known> visits() {
        return visits.values().stream().map(Known::copy).toList();
    }

    /** How many customers asked and heard nothing: the server may know of visits that their customers do not. */
    synchronized int unanswered() {
        return unanswered;
    }

    /** How many visits are under way, as far as anybody knows. */
    synchronized int open() {
        return (int) visits.values().stream().filter(visit -> !visit.ended).count();
    }

    synchronized Collection<Finding> findings() {
        return List.copyOf(findings);
    }

    private Known visit(String session) {
        return visits.computeIfAbsent(session, Known::new);
    }

    private void find(Kind kind, String story) {
        findings.add(new Finding(kind, story));
    }
}
