package dev.usher.routing;

import java.util.HashSet;
import java.util.Optional;

/** Who is let in, and where to; and who comes back. Decides on a floor that is not its own. */
final class Entrance {
    private final Floor floor;
    private final Placing placing;
    private final Errands errands;

    Entrance(Floor floor, Errands errands) {
        this.floor = floor;
        this.placing = new Placing(floor);
        this.errands = errands;
    }

    void join(Command.Join join) {
        var known = floor.visits.of(join.customer());
        if (known.isEmpty()) {
            known = missedVisitOf(join.customer());
        }
        if (known.isPresent()) {
            back(known.get(), join.customer());
            return;
        }
        var refusal = tooMany(join);
        if (refusal != null) {
            floor.say(new Event.Refused(refusal));
            return;
        }
        letIn(join);
    }

    void rejoin(Command.Rejoin rejoin) {
        var visit = floor.visits
                .find(rejoin.visit())
                .filter(found -> !found.isErrand())
                .orElse(null);
        if (visit == null) {
            floor.say(new Event.Refused(Refusal.NO_VISIT));
            return;
        }
        var other = floor.visits.of(rejoin.customer());
        if (other.isPresent() && other.get() != visit) {
            floor.say(new Event.Refused(Refusal.OTHER_VISIT));
            return;
        }
        back(visit, rejoin.customer());
    }

    /** A customer with an account needs no token: the address alone says who it is. */
    private Optional<Visit> missedVisitOf(Address customer) {
        return floor.visits.ofUser(customer.user()).stream()
                .filter(Visit::isCustomerMissed)
                .findFirst();
    }

    private void back(Visit visit, Address customer) {
        boolean isIn = visit.isCustomerIn() && visit.customer().equals(customer);
        boolean isToEnter = visit.phase() == Phase.OPEN && !isIn;
        visit.mark.toldPosition = 0;
        if (visit.mark.line != null) {
            visit.mark.line.showing.stale |= !visit.customer().equals(customer);
        }
        floor.happens(
                visit,
                new Event.Rejoined(
                        visit.id(),
                        customer,
                        isToEnter ? Optional.of(floor.in(floor.timing().entry())) : Optional.empty()));
        Reopening.whenBothAreBack(floor, visit);
    }

    private Refusal tooMany(Command.Join join) {
        var limits = floor.settings().limits();
        if (floor.visits.ofUser(join.customer().user()).size() >= limits.perCustomer()) {
            return Refusal.TOO_MANY_OF_CUSTOMER;
        }
        boolean isTooManyFromThere =
                !join.origin().isEmpty() && floor.visits.countOfOrigin(join.origin()) >= limits.perOrigin();
        return isTooManyFromThere ? Refusal.TOO_MANY_OF_ORIGIN : null;
    }

    private void letIn(Command.Join join) {
        var rule = placing.rule(join.answers());
        if (ServiceHours.areOver(floor)) {
            turnAway(join, rule, placing.queue(rule), floor.settings().whenClosed(), Refusal.OUTSIDE_HOURS);
            return;
        }
        if (floor.roster.isEmpty()) {
            turnAway(join, rule, placing.queue(rule), floor.settings().whenClosed(), Refusal.CLOSED);
            return;
        }
        var tried = new HashSet<String>();
        var queue = placing.queue(rule);
        while (true) {
            var why = ServiceHours.refusal(floor, queue);
            if (why == null) {
                queue(join, rule, queue);
                return;
            }
            boolean isNew = tried.add(queue.name());
            var next = queue.overflow() instanceof Overflow.ToQueue to
                    ? floor.settings().queue(to.queue())
                    : Optional.<ServiceQueue>empty();
            if (!isNew || next.isEmpty()) {
                turnAway(join, rule, queue, queue.overflow(), why);
                return;
            }
            queue = next.get();
        }
    }

    private void turnAway(
            Command.Join join, Optional<RoutingRule> rule, ServiceQueue queue, Overflow overflow, Refusal why) {
        if (overflow instanceof Overflow.ToWorkgroup other) {
            errands.refer(queue(join, rule, queue), other.workgroup());
        } else {
            boolean takesMessages = overflow instanceof Overflow.LeaveMessage;
            floor.say(new Event.Refused(takesMessages ? Refusal.LEAVE_MESSAGE : why));
        }
    }

    private Visit queue(Command.Join join, Optional<RoutingRule> rule, ServiceQueue queue) {
        var placement = placing.place(join, rule, queue);
        return floor.begins(new Event.Queued(join.proposed(), join.customer(), placement));
    }
}
