package dev.usher.testbed.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What one server, from its start to its end, has shown of the visits. Thread-safe. */
final class Life {
    private final Map<String, String> answers = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<String>> invitedAgents = new HashMap<>();
    private final Map<String, Integer> customerInvitations = new HashMap<>();
    private final Map<String, Set<String>> occupants = new HashMap<>();
    private final Set<String> customersInside = new HashSet<>();

    /** Who came back with that session was given this one. */
    synchronized void answered(String session, String given) {
        answers.put(session, given);
    }

    /** Who came back with that session was told that it is over. */
    synchronized void gone(String session) {
        gone.add(session);
    }

    synchronized void placed(String session, int position) {
        places.put(session, position);
    }

    synchronized void agentInvited(String session, String agent) {
        invitedAgents.computeIfAbsent(session, key -> new ArrayList<>()).add(agent);
    }

    synchronized void customerInvited(String session) {
        customerInvitations.merge(session, 1, Integer::sum);
    }

    /**
     * The agent in the room was shown an occupant. COMPAT: of two who enter at once, Openfire 4.2.0 may show one to the
     * other twice, so that alone means nothing; a second one has another nickname.
     */
    synchronized void occupant(String session, String nickname) {
        occupants.computeIfAbsent(session, key -> new TreeSet<>()).add(nickname);
    }

    /** The customer has seen itself in the room. */
    synchronized void customerInside(String session) {
        customersInside.add(session);
    }

    synchronized Optional<String> answer(String session) {
        return Optional.ofNullable(answers.get(session));
    }

    synchronized boolean isGone(String session) {
        return gone.contains(session);
    }

    synchronized OptionalInt place(String session) {
        var place = places.get(session);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    synchronized List<String> invitedAgents(String session) {
        return List.copyOf(invitedAgents.getOrDefault(session, List.of()));
    }

    /** Every visit to which anybody was invited. */
    synchronized Set<String> seated() {
        var seated = new HashSet<>(invitedAgents.keySet());
        seated.addAll(customerInvitations.keySet());
        return seated;
    }

    synchronized int customerInvitations(String session) {
        return customerInvitations.getOrDefault(session, 0);
    }

    synchronized Set<String> occupants(String session) {
        return Set.copyOf(occupants.getOrDefault(session, Set.of()));
    }

    synchronized boolean isCustomerInside(String session) {
        return customersInside.contains(session);
    }
}
