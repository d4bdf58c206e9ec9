package dev.usher.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one knows who hears everything that a workgroup says and sees nothing of what it keeps: who is on duty, whom it
 * asked, who sits where, what the neighbours were asked for, and what every customer was told.
 */
final class Chronicle {
    private final Staff staff = new Staff();
    private final Map<VisitId, Map<String, Address>> offers = new HashMap<>();
    private final Map<VisitId, Map<String, Address>> seats = new HashMap<>();
    private final Map<VisitId, Integer> places = new HashMap<>();
    private final Map<VisitId, String> referrals = new HashMap<>();
    private final Map<VisitId, Map<String, String>> lenders = new HashMap<>();
    private final Set<VisitId> begun = new HashSet<>();
    private final Set<VisitId> errands = new HashSet<>();
    private final Set<VisitId> shown = new HashSet<>();
    private final Set<VisitId> over = new HashSet<>();
    /** What must not be, in words. */
    final List<String> wrong = new ArrayList<>();

    void asked(Command command) {
        if (command instanceof Command.Attend attend) {
            staff.wish(attend.agent().user(), attend.wish());
        }
    }

    void note(Event event, Instant now, Settings settings) {
        staff.note(event);
        if (event instanceof Event.Offered offered) {
            noteOffer(offered, now, settings);
        } else if (event instanceof Event.Revoked revoked) {
            offersOf(revoked.visit()).remove(revoked.agent().user(), revoked.agent());
        } else if (event instanceof Event.Rejected rejected) {
            offersOf(rejected.visit()).remove(rejected.agent().user());
        } else if (event instanceof Event.MessageShown shown) {
            noteMessage(shown);
        } else if (event instanceof Event.Moved moved) {
            places.put(moved.visit(), moved.position());
        } else if (event instanceof Event.OfVisit ofVisit) {
            noteVisit(ofVisit, now, settings);
        }
    }

    private void noteOffer(Event.Offered offer, Instant now, Settings settings) {
        var user = offer.agent().user();
        if (isAsked(user)) {
            wrong.add(user + " is asked for " + offer.visit() + " and for another one");
        }
        if (load(user, now) >= capacity(user, settings)) {
            wrong.add(user + " is asked for " + offer.visit() + " and has " + load(user, now) + " in hand");
        }
        if (!staff.isAvailable(user)) {
            wrong.add(user + " is asked for " + offer.visit() + " and is not available");
        }
        if (seatsOf(offer.visit()).containsKey(user)) {
            wrong.add(user + " is asked for " + offer.visit() + " and is in it");
        }
        if (offer.handover().isEmpty() && !seatsOf(offer.visit()).isEmpty()) {
            wrong.add(user + " is asked for " + offer.visit() + ", which others hold");
        }
        offersOf(offer.visit()).put(user, offer.agent());
    }

    private void noteMessage(Event.MessageShown message) {
        if (!shown.add(message.visit()) || over.contains(message.visit())) {
            wrong.add(message.visit() + " is told twice");
        }
        message.agents().stream()
                .map(Address::user)
                .filter(user -> !staff.isAvailable(user))
                .forEach(user -> wrong.add(user + " is told of " + message.visit() + " and is not available"));
    }

    boolean isShown(VisitId message) {
        return shown.contains(message);
    }

    private void noteVisit(Event.OfVisit event, Instant now, Settings settings) {
        var visit = event.visit();
        if (event instanceof Event.Queued queued) {
            (queued.placement().home().isEmpty() ? begun : errands).add(visit);
        } else if (event instanceof Event.Seated seated) {
            sit(visit, seated.agent(), seated.lender());
        } else if (event instanceof Event.HandedOver handed) {
            sit(visit, handed.agent(), handed.lender());
        } else if (event instanceof Event.Lent lent) {
            sit(visit, lent.agent(), "");
        } else if (event instanceof Event.AgentLeft left) {
            rise(visit, left.agent().user(), now, settings);
        } else if (event instanceof Event.Relieved relieved) {
            rise(visit, relieved.agent().user(), now, settings);
        } else if (event instanceof Event.Unseated) {
            seats.remove(visit);
        } else if (event instanceof Event.Restored restored) {
            offersOf(visit).keySet().retainAll(restored.offers().keySet());
        } else if (event instanceof Event.Ended) {
            List.copyOf(seatsOf(visit).keySet()).forEach(user -> rise(visit, user, now, settings));
            end(visit);
        } else if (event instanceof Event.CalledBack) {
            List.copyOf(seatsOf(visit).keySet()).forEach(user -> rise(visit, user, now, settings));
            end(visit);
        } else if (event instanceof Event.MessageLeft) {
            begun.add(visit);
        } else if (event instanceof Event.Departed
                || event instanceof Event.Declined
                || event instanceof Event.MessageTold) {
            end(visit);
        } else {
            noteNeighbour(event);
        }
    }

    private void noteNeighbour(Event.OfVisit event) {
        var visit = event.visit();
        if (event instanceof Event.Referred referred) {
            referrals.put(visit, referred.workgroup());
        } else if (event instanceof Event.Recalled recalled) {
            referrals.remove(visit, recalled.workgroup());
            lendersOf(visit).values().remove(recalled.workgroup());
        } else if (event instanceof Event.CameBack) {
            referrals.remove(visit);
        } else if (event instanceof Event.HandoverFailed failed && failed.why() == HandoverFailure.DECLINED) {
            referrals.remove(visit);
        }
    }

    private void sit(VisitId visit, Address agent, String lender) {
        offersOf(visit).remove(agent.user());
        seatsOf(visit).put(agent.user(), agent);
        if (!lender.isEmpty()) {
            referrals.remove(visit, lender);
            lendersOf(visit).put(agent.user(), lender);
        }
    }

    private void rise(VisitId visit, String user, Instant now, Settings settings) {
        seatsOf(visit).remove(user);
        if (!isForeign(user)) {
            staff.wrapUp(user, now.plus(settings.timing().wrapUp()));
        }
    }

    private static boolean isForeign(String user) {
        return !user.endsWith("@example.org");
    }

    private void end(VisitId visit) {
        over.add(visit);
        if (!offersOf(visit).isEmpty()) {
            wrong.add(visit + " is over, and these were not told: " + offersOf(visit));
        }
        if (referrals.containsKey(visit) || !lendersOf(visit).isEmpty()) {
            wrong.add(visit + " is over, and " + referrals.get(visit) + lendersOf(visit) + " were not told");
        }
    }

    /** The server starts again: agents have to come again, and the neighbours have to ask again. */
    void restarted() {
        staff.restarted();
        shown.clear(); // what was not confirmed is told again
        errands.forEach(offers::remove);
        errands.forEach(seats::remove);
        errands.clear();
    }

    List<Command.Attend> duties() {
        return staff.duties();
    }

    boolean isAvailable(String user) {
        return staff.isAvailable(user);
    }

    int capacity(String user, Settings settings) {
        return settings.capacity(user, staff.wishOf(user));
    }

    boolean isAsked(String user) {
        return offers.values().stream().anyMatch(asked -> asked.containsKey(user));
    }

    int load(String user, Instant now) {
        int serving = (int) seats.values().stream()
                .filter(agents -> agents.containsKey(user))
                .count();
        return serving + staff.wrappingUp(user, now);
    }

    Map<String, Address> offersOf(VisitId visit) {
        return offers.computeIfAbsent(visit, id -> new LinkedHashMap<>());
    }

    Map<String, Address> seatsOf(VisitId visit) {
        return seats.computeIfAbsent(visit, id -> new LinkedHashMap<>());
    }

    private Map<String, String> lendersOf(VisitId visit) {
        return lenders.computeIfAbsent(visit, id -> new HashMap<>());
    }

    /** The workgroups whose agents are in a visit. */
    Set<String> borrowed(VisitId visit) {
        return Set.copyOf(lendersOf(visit).values());
    }

    Optional<String> referredTo(VisitId visit) {
        return Optional.ofNullable(referrals.get(visit));
    }

    int place(VisitId visit) {
        return places.getOrDefault(visit, 0);
    }

    /** Our own customers who came and of whom no end was told. */
    Set<VisitId> underWay() {
        var left = new HashSet<>(begun);
        left.removeAll(over);
        return left;
    }
}
