package dev.usher.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One workgroup: who waits, who may serve, what is on offer. Time is an argument, outcomes are values; it does nothing
 * else. Not thread-safe: its loop owns it.
 */
public final class Workgroup {
    private final Floor floor;
    private final Entrance entrance;
    private final Attendance attendance;
    private final Answers answers;
    private final Handovers handovers;
    private final Errands errands;
    private final Seating seating;
    private final Monitors monitors;
    private final Leaving leaving;
    private final Restoring restoring;
    private final Clockwork clockwork;
    private final Dispatch dispatch;
    private final Announcements announcements;
    private final Colleagues colleagues;
    private final Messages messages;

    public Workgroup(Settings settings) {
        floor = new Floor(settings);
        leaving = new Leaving(floor);
        errands = new Errands(floor, leaving);
        entrance = new Entrance(floor, errands);
        colleagues = new Colleagues(floor);
        attendance = new Attendance(floor, leaving, colleagues);
        answers = new Answers(floor, leaving, attendance);
        handovers = new Handovers(floor, leaving, errands);
        monitors = new Monitors(floor);
        seating = new Seating(floor, leaving, monitors);
        restoring = new Restoring(floor, leaving, errands, attendance);
        clockwork = new Clockwork(floor, leaving, answers, seating, handovers, errands);
        dispatch = new Dispatch(floor);
        announcements = new Announcements(floor);
        messages = new Messages(floor);
    }

    /**
     * Carries out one command, then whatever the clock demands, then helps whoever can be helped now.
     *
     * @param now never earlier than before: if it is, time stands still until it has caught up
     */
    public List<Event> handle(Command command, Instant now) {
        floor.begin(now);
        decide(command);
        clockwork.run();
        if (!(command instanceof Command.Restore)) { // after which the agents are still to come
            List.copyOf(floor.changedVisits()).forEach(attendance::dropVainReservation);
            List.copyOf(floor.changedVisits()).forEach(handovers::failWhereNobodyIsLeft);
        }
        dispatch.run();
        announcements.make();
        colleagues.make();
        messages.make();
        return floor.decided();
    }

    /** When {@link Command.Tick} is due next, if nothing else comes before. */
    public Optional<Instant> nextDeadline(Instant now) {
        return Stream.of(
                        floor.visits.nextTimer(),
                        floor.roster.nextWrapUp(),
                        announcements.nextDeadline(),
                        colleagues.nextDeadline(),
                        messages.nextDeadline())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Whether a customer who joins now is taken in. */
    public ServiceState state() {
        return ServiceHours.state(floor);
    }

    /** Who may serve here, online or not. */
    public Set<String> agents() {
        return floor.agents();
    }

    /** Who may look into the channels. */
    public Set<String> monitors() {
        return floor.settings().monitors();
    }

    /** What is known of a visit that is not over, or that ended in what was decided last. */
    public Optional<VisitState> state(VisitId visit) {
        return floor.state(visit);
    }

    /**
     * Every visit that is not over, those that other workgroups sent aside, in the order of their arrival, and then the
     * messages that nobody has been told of.
     */
    public List<VisitState> states() {
        return Stream.concat(
                        floor.visits.all().stream().filter(visit -> !visit.isErrand()), floor.messages.all().stream())
                .map(Visit::state)
                .toList();
    }

    private void decide(Command command) {
        if (command instanceof Command.Join join) {
            entrance.join(join);
        } else if (command instanceof Command.Rejoin rejoin) {
            entrance.rejoin(rejoin);
        } else if (command instanceof Command.Depart depart) {
            depart(depart);
        } else if (command instanceof Command.Attend attend) {
            attendance.attend(attend);
        } else if (command instanceof Command.Watch watch) {
            colleagues.watch(watch);
        } else if (command instanceof Command.TakeStock takeStock) {
            colleagues.takeStock(takeStock);
        } else if (command instanceof Command.Locate locate) {
            announcements.locate(locate);
        } else if (command instanceof Command.Look look) {
            attendance.look(look);
        } else if (command instanceof Command.Follow follow) {
            attendance.follow(follow);
        } else if (command instanceof Command.Withdraw withdraw) {
            attendance.withdraw(withdraw.agent());
        } else if (command instanceof Command.Accept accept) {
            answers.accept(accept);
        } else if (command instanceof Command.Reject reject) {
            answers.reject(reject);
        } else if (command instanceof Command.Hand hand) {
            handovers.hand(hand);
        } else if (command instanceof Command.ConfirmChannel confirm) {
            seating.confirmChannel(confirm);
        } else if (command instanceof Command.FailChannel fail) {
            seating.failChannel(fail);
        } else if (command instanceof Command.Enter enter) {
            seating.enter(enter);
        } else if (command instanceof Command.Leave leave) {
            seating.leave(leave);
        } else if (command instanceof Command.Say say) {
            seating.say(say);
        } else if (command instanceof Command.Annotate annotate) {
            seating.annotate(annotate);
        } else if (command instanceof Command.Rate rate) {
            seating.rate(rate);
        } else if (command instanceof Command.LeaveMessage leave) {
            messages.leave(leave);
        } else if (command instanceof Command.Monitor monitor) {
            monitors.admit(monitor);
        } else if (command instanceof Command.End end) {
            seating.end(end);
        } else {
            decideForTheSwitch(command);
        }
    }

    private void decideForTheSwitch(Command command) {
        if (command instanceof Command.Vanish vanish) {
            attendance.vanish(vanish.who());
            seating.vanish(vanish.who());
        } else if (command instanceof Command.Run run) {
            errands.run(run);
        } else if (command instanceof Command.CallBack callBack) {
            errands.callBack(callBack);
        } else if (command instanceof Command.ConfirmMessage confirm) {
            messages.confirm(confirm);
        } else if (command instanceof Command.Lend lend) {
            errands.lend(lend);
        } else if (command instanceof Command.Decline decline) {
            errands.decline(decline);
        } else if (command instanceof Command.AskAgain askAgain) {
            errands.askAgain(askAgain);
        } else if (command instanceof Command.KeepLent keepLent) {
            errands.keepLent(keepLent);
        } else if (command instanceof Command.Configure configure) {
            attendance.configure(configure.settings());
            monitors.dismissStrangers();
        } else if (command instanceof Command.Restore restore) {
            restoring.restore(restore);
            monitors.dismissStrangers();
        }
    }

    /** Who has been accepted a moment ago may not know, and leaves all the same. */
    private void depart(Command.Depart depart) {
        var visit = floor.visits.of(depart.customer()).orElse(null);
        if (visit == null || visit.isCustomerIn()) {
            floor.say(new Event.Refused(Refusal.NOT_WAITING));
        } else if (visit.inQueue()) {
            leaving.leaveQueue(visit, DepartReason.REQUESTED, RevokeReason.CUSTOMER_GONE);
        } else {
            leaving.leaveBeforeMeeting(visit);
        }
    }
}
