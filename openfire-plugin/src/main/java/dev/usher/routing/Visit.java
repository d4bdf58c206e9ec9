package dev.usher.routing;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One visit as its workgroup keeps it. It changes by events and by nothing else, so that whoever has the events has the
 * visit. Owned by the floor.
 */
final class Visit {
    private final VisitId id;
    private final Placement placed;
    /** As placed, and nearer: every comparison in every index asks for them. */
    private final long number;

    private final int priority;
    private Address customer;
    private Phase phase = Phase.WAITING;
    private String queue;
    private Instant queuedAt;
    private Map<String, Integer> skills;
    private Reservation reserved;
    private String referredTo = "";
    private Set<String> tried = Set.of();
    private Map<String, Address> offers = Map.of();
    private Instant offeredUntil;
    private Map<String, Instant> pausedUntil = Map.of();
    private Seats seats = Seats.NONE;
    private Handover handover;
    private Instant deadline;
    private Instant returnBy;
    private boolean customerEntered;
    private List<Address> monitors = List.of();
    private boolean over;

    /** What was told last, and what it stands under in the indexes: nothing of it outlives a restart. */
    final Mark mark = new Mark();

    Visit(Event.Queued queued, Instant at) {
        this.id = queued.visit();
        this.placed = queued.placement();
        this.number = placed.number();
        this.priority = placed.priority();
        this.customer = queued.customer();
        this.queue = placed.queue();
        this.queuedAt = at;
        this.skills = placed.skills();
        this.reserved = placed.reserved().orElse(null);
    }

    /** One that only leaves a message. */
    Visit(Event.MessageLeft left, Instant at) {
        this(new Event.Queued(left.visit(), left.customer(), left.placement()), at);
        this.phase = Phase.MESSAGE;
    }

    Visit(VisitState state) {
        this.id = state.id();
        this.placed = state.placed();
        this.number = placed.number();
        this.priority = placed.priority();
        this.customer = state.customer();
        this.phase = state.phase();
        this.queue = state.queue();
        this.queuedAt = state.queuedAt();
        this.skills = state.skills();
        this.reserved = state.reserved().orElse(null);
        this.referredTo = state.referredTo();
        this.tried = state.tried();
        this.offers = orNothing(state.offers());
        this.offeredUntil = state.offeredUntil().orElse(null);
        this.pausedUntil = orNothing(state.pausedUntil());
        this.seats = new Seats(state.seats());
        this.handover = state.handover().orElse(null);
        this.deadline = state.deadline().orElse(null);
        this.returnBy = state.returnBy().orElse(null);
        this.customerEntered = state.customerEntered();
        this.monitors = state.monitors();
    }

    VisitState state() {
        return new VisitState(
                id,
                customer,
                placed,
                phase,
                queue,
                queuedAt,
                skills,
                Optional.ofNullable(reserved),
                referredTo,
                tried,
                offers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(offers)),
                Optional.ofNullable(offeredUntil),
                Map.copyOf(pausedUntil),
                seats.all(),
                Optional.ofNullable(handover),
                deadline(),
                Optional.ofNullable(returnBy),
                customerEntered,
                monitors);
    }

    void apply(Event.OfVisit event, Instant at) {
        change(event, at);
        if (phase == Phase.OPEN && !isAnyoneAwaited()) {
            deadline = null; // nobody is left who would have to enter the channel in time
        }
    }

    private void change(Event.OfVisit event, Instant at) {
        if (event instanceof Event.Rejoined back) {
            customerEntered = customerEntered && customer.equals(back.customer());
            customer = back.customer();
            returnBy = null;
            back.enterBy().ifPresent(by -> deadline = by);
        } else if (event instanceof Event.CustomerMissed missed) {
            returnBy = missed.returnBy();
            customerEntered = false;
            deadline = phase == Phase.OPEN && seats.isAnyoneIn() ? deadline : null;
        } else if (event instanceof Event.Overflowed overflowed) {
            tries(overflowed.from());
            queue = overflowed.to();
            queuedAt = at;
        } else if (event instanceof Event.Stayed stayed) {
            tries(stayed.place());
        } else if (event instanceof Event.Relaxed relaxed) {
            skills = relaxed.skills();
        } else if (event instanceof Event.Unreserved) {
            reserved = null;
        } else if (event instanceof Event.Referred referred) {
            tries(Workgroups.tried(referred.workgroup()));
            if (phase.inQueue()) {
                phase = Phase.REFERRED;
                referredTo = referred.workgroup();
            }
        } else if (event instanceof Event.CameBack) {
            phase = Phase.WAITING;
            referredTo = "";
            queuedAt = at;
        } else if (event instanceof Event.Departed
                || event instanceof Event.Ended
                || event instanceof Event.Declined
                || event instanceof Event.MessageTold
                || event instanceof Event.CalledBack) {
            over = true;
        } else {
            changeOffer(event, at);
        }
    }

    private void changeOffer(Event.OfVisit event, Instant at) {
        if (event instanceof Event.Offered offered) {
            offers = toChange(offers);
            offers.put(offered.agent().user(), offered.agent());
            offeredUntil = offered.until();
            phase = phase == Phase.WAITING ? Phase.OFFERED : phase;
        } else if (event instanceof Event.Rejected rejected) {
            pause(rejected.agent().user(), rejected.pausedUntil());
            dropOffer(rejected.agent().user());
        } else if (event instanceof Event.Revoked revoked) {
            var user = revoked.agent().user();
            if (revoked.agent().equals(offers.get(user))) {
                revoked.pausedUntil().ifPresent(until -> pause(user, until));
                dropOffer(user);
            }
        } else if (event instanceof Event.Lent lent) {
            phase = Phase.LENT;
            seats = Seats.of(Seat.of(lent.agent(), ""));
            dropOffers();
        } else if (event instanceof Event.Seated seated) {
            boolean isKnown = seats.isLedBy(seated.agent().user());
            seats = isKnown ? seats : Seats.of(Seat.of(seated.agent(), seated.lender()));
            phase = Phase.SEATED;
            reserved = null;
            referredTo = "";
            deadline = seated.openBy();
            dropOffers();
        } else if (event instanceof Event.Unseated unseated) {
            monitors = List.of(); // the channel is gone, and whoever looked into it
            pause(unseated.agent().user(), unseated.pausedUntil());
            phase = Phase.WAITING;
            queuedAt = at;
            seats = Seats.NONE;
            deadline = null;
            customerEntered = false;
        } else if (event instanceof Event.HandoverBegun begun) {
            handover = begun.handover();
        } else if (event instanceof Event.HandoverFailed) {
            handover = null;
        } else {
            changeChannel(event);
        }
    }

    private void changeChannel(Event.OfVisit event) {
        if (event instanceof Event.Opened opened) {
            phase = Phase.OPEN;
            deadline = opened.enterBy();
        } else if (event instanceof Event.CustomerEntered) {
            customerEntered = true;
            returnBy = null;
        } else if (event instanceof Event.AgentEntered entered) {
            seats = seats.change(entered.agent().user(), seat -> seat.entered(entered.agent()));
        } else if (event instanceof Event.AgentMissed missed) {
            seats = seats.change(missed.agent().user(), seat -> seat.missed(missed.returnBy()));
            deadline = phase == Phase.OPEN ? deadline : null;
        } else if (event instanceof Event.AgentReturned returned) {
            seats = seats.change(returned.agent().user(), seat -> seat.returned(returned.agent()));
            returned.enterBy().ifPresent(by -> deadline = by);
        } else if (event instanceof Event.AgentLeft left) {
            seats = seats.without(left.agent().user());
        } else if (event instanceof Event.HandedOver handed) {
            var seat = Seat.of(handed.agent(), handed.lender());
            boolean isTransfer = handed.handover().kind() == Handover.Kind.TRANSFER;
            seats = seats.with(
                    isTransfer ? seat.relieving(handed.handover().by().user()) : seat);
            handover = null;
            monitors = monitors.stream()
                    .filter(monitor -> !monitor.user().equals(handed.agent().user()))
                    .toList();
            deadline = handed.enterBy();
            dropOffers();
        } else if (event instanceof Event.Relieved relieved) {
            seats = seats.relieved(relieved.agent().user(), relieved.leader().user());
        } else if (event instanceof Event.Restored restored) {
            restore(restored);
        } else if (event instanceof Event.MonitorEntered entered) {
            monitors = Stream.concat(monitors.stream(), Stream.of(entered.monitor()))
                    .distinct()
                    .toList();
        } else if (event instanceof Event.MonitorLeft left) {
            monitors = monitors.stream()
                    .filter(monitor -> !monitor.equals(left.monitor()))
                    .toList();
        }
        // What is said or written down, and a workgroup that is told to stop looking, change nothing here.
    }

    private void restore(Event.Restored restored) {
        phase = restored.phase();
        returnBy = restored.customerBy().orElse(null);
        dropOffersBut(restored.offers());
        if (phase != Phase.OPEN) {
            deadline = null;
            customerEntered = false;
            seats = seats.each(Seat::outside);
            monitors = List.of();
        }
        customerEntered = customerEntered && returnBy == null;
        for (var user : restored.missing()) {
            seats = seats.change(user, seat -> seat.missed(restored.agentsBy()));
        }
        if (deadline != null) {
            deadline = restored.agentsBy(); // the time in which nobody was served is nobody's fault
        }
    }

    private void tries(String place) {
        var more = new HashSet<>(tried);
        more.add(place);
        tried = Set.copyOf(more);
    }

    private void pause(String user, Instant until) {
        pausedUntil = toChange(pausedUntil);
        pausedUntil.put(user, until);
    }

    /** Most visits only wait, and have none: there may be a hundred thousand of them. */
    private static <T> Map<String, T> toChange(Map<String, T> map) {
        return map.isEmpty() ? new LinkedHashMap<>() : map;
    }

    private static <T> Map<String, T> orNothing(Map<String, T> map) {
        return map.isEmpty() ? Map.of() : new LinkedHashMap<>(map);
    }

    private void dropOffersBut(Map<String, Address> kept) {
        var left = new LinkedHashMap<>(offers);
        left.keySet().retainAll(kept.keySet());
        offers = orNothing(left);
        offeredUntil = offers.isEmpty() ? null : offeredUntil;
    }

    private void dropOffer(String user) {
        if (!offers.isEmpty()) {
            offers.remove(user);
        }
        if (offers.isEmpty()) {
            dropOffers();
        }
    }

    private void dropOffers() {
        offers = Map.of();
        offeredUntil = null;
        phase = phase == Phase.OFFERED ? Phase.WAITING : phase;
    }

    VisitId id() {
        return id;
    }

    Placement placed() {
        return placed;
    }

    long number() {
        return number;
    }

    int priority() {
        return priority;
    }

    Address customer() {
        return customer;
    }

    Phase phase() {
        return phase;
    }

    String queue() {
        return queue;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    Map<String, Integer> skills() {
        return skills;
    }

    Optional<Reservation> reserved() {
        return Optional.ofNullable(reserved);
    }

    Optional<String> referredTo() {
        return referredTo.isEmpty() ? Optional.empty() : Optional.of(referredTo);
    }

    boolean hasTried(String place) {
        return tried.contains(place);
    }

    Map<String, Address> offers() {
        return offers;
    }

    Optional<Instant> offeredUntil() {
        return Optional.ofNullable(offeredUntil);
    }

    Map<String, Instant> pausedUntil() {
        return pausedUntil;
    }

    boolean isPausedFor(String user, Instant now) {
        var until = pausedUntil.get(user);
        return until != null && now.isBefore(until);
    }

    List<Seat> seats() {
        return seats.all();
    }

    Optional<Seat> seat(String user) {
        return seats.find(user);
    }

    /** The agent who leads. Only for a visit that has an agent. */
    Address leader() {
        return seats.all().get(0).agent();
    }

    Optional<Handover> handover() {
        return Optional.ofNullable(handover);
    }

    /** Until when the channel must be open, or those who are there must be in it; empty when nobody is waited for. */
    Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    private boolean isAnyoneAwaited() {
        return isCustomerAwaited() || seats.isAnyoneAwaited();
    }

    Optional<Instant> returnBy() {
        return Optional.ofNullable(returnBy);
    }

    boolean isCustomerMissed() {
        return returnBy != null;
    }

    boolean isCustomerIn() {
        return customerEntered;
    }

    /** There, and not in the channel yet. */
    boolean isCustomerAwaited() {
        return !customerEntered && returnBy == null;
    }

    boolean hasAgentIn() {
        return seats.isAnyoneIn();
    }

    /** Who is in the channel to look into it. */
    List<Address> monitors() {
        return monitors;
    }

    boolean isErrand() {
        return !placed.home().isEmpty();
    }

    boolean isOver() {
        return over;
    }

    boolean inQueue() {
        return phase.inQueue();
    }

    /** Seated, and nobody is opening the channel: it waits until both sides are back. */
    boolean waitsForReopening() {
        return phase == Phase.SEATED && deadline == null;
    }

    /** Whether an agent is looked for among ours, and nobody is being asked right now. */
    boolean isSeeking() {
        if (over || !offers.isEmpty() || returnBy != null) {
            return false;
        }
        return phase == Phase.WAITING || phase == Phase.OPEN && seeksHere(handover);
    }

    private static boolean seeksHere(Handover handover) {
        return handover != null && !(handover.target() instanceof Handover.Target.Workgroup);
    }

    /** Whether this user is the customer. */
    boolean isOf(String user) {
        return customer.user().equals(user);
    }

    /** In which queue an agent is looked for; empty if it is one certain agent, of whatever queue. */
    String soughtIn() {
        if (handover == null) {
            return queue;
        }
        return handover.target() instanceof Handover.Target.Queue wanted ? wanted.name() : "";
    }

    /** The one agent who is looked for; empty for anybody. */
    String soughtUser() {
        if (handover != null) {
            return handover.target() instanceof Handover.Target.Agent wanted ? wanted.user() : "";
        }
        return reserved == null ? "" : reserved.user();
    }

    /** What is demanded of the agent who is looked for. */
    Map<String, Integer> soughtSkills() {
        return handover == null ? skills : Map.of();
    }
}
