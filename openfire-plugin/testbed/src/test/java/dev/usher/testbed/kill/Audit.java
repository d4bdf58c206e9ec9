package dev.usher.testbed.kill;

import dev.usher.testbed.kill.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * Holds a server that was started again to what the one before it had acknowledged: once everybody has come back, and
 * before anybody goes on.
 *
 * @param unanswered how many more may wait whom nobody knows, since they were never told
 */
record Audit(List<Known> visits, int unanswered) {
    private static final String SWITCH = "demo";
    /** The switch's, the agent's and the customer's. */
    private static final int SEATS = 3;

    List<Finding> findings(Life life) {
        var findings = new ArrayList<Finding>();
        visits.stream().filter(visit -> visit.customer != null).forEach(visit -> check(visit, life, findings));
        var waiting = visits.stream()
                .filter(visit -> !visit.ended && life.place(visit.session).isPresent())
                .toList();
        checkPlaces(waiting, life, findings);
        checkOrder(waiting, life, findings);
        findings.addAll(doubledSeats(life));
        return findings;
    }

    /** At any time in a server's life: everybody is invited to a visit once, and is in its room once. */
    static List<Finding> doubledSeats(Life life) {
        var findings = new ArrayList<Finding>();
        for (var session : life.seated()) {
            var agents = life.invitedAgents(session);
            int invitations = life.customerInvitations(session);
            if (agents.size() > 1 || invitations > 1) {
                findings.add(new Finding(
                        Kind.SEATED_TWICE,
                        session + ": invited were " + agents + " and " + invitations + " times the customer"));
            }
            var occupants = life.occupants(session);
            if (occupants.size() > SEATS) {
                findings.add(new Finding(Kind.SEATED_TWICE, session + ": in the room are " + occupants));
            }
        }
        return findings;
    }

    Tally tally(Life life) {
        var wrong = findings(life);
        var joins = visits.stream().filter(Known::mustBeThere).toList();
        var accepts = joins.stream().filter(visit -> visit.agent != null).toList();
        var over = visits.stream().filter(visit -> visit.customer != null && visit.ended);
        return new Tally(
                joins.size(),
                joins.size() - count(wrong, Kind.JOIN_LOST, Kind.OTHER_SESSION),
                accepts.size(),
                accepts.size() - count(wrong, Kind.ACCEPT_LOST),
                (int) over.count(),
                (int) wrong.stream()
                        .filter(finding -> finding.kind().isDoubling())
                        .count());
    }

    private static int count(List<Finding> findings, Kind... kinds) {
        return (int) findings.stream()
                .filter(finding -> List.of(kinds).contains(finding.kind()))
                .count();
    }

    private static void check(Known visit, Life life, List<Finding> findings) {
        var answer = life.answer(visit.session);
        if (life.isGone(visit.session)) {
            if (visit.mustBeThere()) {
                findings.add(new Finding(Kind.JOIN_LOST, visit + " is unknown"));
            }
        } else if (answer.isEmpty()) {
            findings.add(new Finding(Kind.JOIN_LOST, visit + " had no answer"));
        } else if (!answer.get().equals(visit.session)) {
            findings.add(new Finding(Kind.OTHER_SESSION, visit + " came back as " + answer.get()));
        } else if (visit.ended) {
            findings.add(new Finding(Kind.BACK_FROM_THE_END, visit + " goes on"));
        } else {
            checkState(visit, life, findings);
        }
    }

    /** It is there. Is it also where it was? */
    private static void checkState(Known visit, Life life, List<Finding> findings) {
        var agents = life.invitedAgents(visit.session);
        boolean isWaiting = life.place(visit.session).isPresent();
        if (isWaiting && !agents.isEmpty()) {
            findings.add(new Finding(Kind.SEATED_TWICE, visit + " waits, and is with " + agents));
        }
        if (visit.agent != null && !agents.contains(visit.agent) && visit.mustBeThere()) {
            findings.add(new Finding(Kind.ACCEPT_LOST, visit + " was " + visit.agent + "'s, and is with " + agents));
        }
        for (var agent : agents) {
            if (!agent.equals(visit.agent) && !visit.accepting.contains(agent)) {
                findings.add(new Finding(Kind.OFFERED_TWICE, visit + " is with " + agent + ", who never asked for it"));
            }
        }
        if (agents.isEmpty()) {
            if (!isWaiting && visit.agent == null && visit.mustBeThere()) {
                findings.add(new Finding(Kind.JOIN_LOST, visit + " has no place"));
            }
        } else if (visit.mustBeThere()) {
            checkRoom(visit, agents, life, findings);
        }
    }

    private static void checkRoom(Known visit, List<String> agents, Life life, List<Finding> findings) {
        if (life.customerInvitations(visit.session) == 0) {
            findings.add(new Finding(Kind.ACCEPT_LOST, visit + ": the customer was not invited"));
        }
        var occupants = life.occupants(visit.session);
        var expected = Set.of(SWITCH, agents.get(0), visit.customer);
        if (!life.isCustomerInside(visit.session) || !occupants.containsAll(expected)) {
            findings.add(new Finding(Kind.ACCEPT_LOST, visit + ": nobody met, only " + occupants + " came"));
        }
    }

    private void checkPlaces(List<Known> waiting, Life life, List<Finding> findings) {
        var taken = new HashMap<Integer, Known>();
        for (var visit : waiting) {
            int place = life.place(visit.session).orElseThrow();
            var other = taken.put(place, visit);
            if (other != null) {
                findings.add(new Finding(Kind.PLACED_TWICE, place + " is the place of " + other + " and of " + visit));
            }
            if (place > waiting.size() + unanswered) {
                findings.add(new Finding(
                        Kind.PLACED_TWICE,
                        visit + " has place " + place + " of at most " + waiting.size() + " and " + unanswered));
            }
        }
    }

    private static void checkOrder(List<Known> waiting, Life life, List<Finding> findings) {
        for (var first : waiting) {
            for (var second : waiting) {
                if (first.customer != null
                        && second.customer != null
                        && first.joinedBefore(second)
                        && life.place(first.session).getAsInt()
                                > life.place(second.session).getAsInt()) {
                    findings.add(new Finding(Kind.OUT_OF_ORDER, second + " is before " + first));
                }
            }
        }
    }
}
