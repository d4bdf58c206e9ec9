package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A workgroup and a clock that stands still until told; times are seconds after ten. With the people of the plays. */
final class Stage {
    static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

    static final Address ROMEO = person("romeo", "balcony");
    static final Address JULIET = person("juliet", "chapel");
    static final Address TYBALT = person("tybalt", "street");
    static final Address NURSE = person("nurse", "chamber");
    static final Address NURSE_ABROAD = person("nurse", "garden");
    static final Address FRIAR = person("friar", "cell");
    static final Map<String, List<String>> ANSWERS = Map.of("question", List.of("Wherefore?"));

    /** Two visits for each agent; the agents see every change of the queue at once. */
    static final Settings SETTINGS = Settings.of(Set.of(NURSE.user(), FRIAR.user()))
            .withTiming(Timing.USUAL.withWatch(Duration.ZERO))
            .withLimits(new Limits(2, 5, 50, 0));

    /** Whoever cannot be served is asked for a message. */
    static final Settings TAKES_MESSAGES = SETTINGS.withHours(OpeningHours.always(), new Overflow.LeaveMessage());

    private final Workgroup workgroup;
    private Instant now = TEN;

    Stage(Settings settings) {
        workgroup = new Workgroup(settings);
    }

    Stage() {
        this(SETTINGS);
    }

    /** A workgroup in which these agents came online, the first at ten and each of the others a second later. */
    static Stage with(Address... agents) {
        return with(SETTINGS, agents);
    }

    static Stage with(Settings settings, Address... agents) {
        var stage = new Stage(settings);
        for (int i = 0; i < agents.length; i++) {
            stage.workgroup.handle(online(agents[i]), at(i - agents.length));
        }
        return stage;
    }

    static Settings settings(int maxVisits) {
        return SETTINGS.withLimits(new Limits(maxVisits, 5, 50, 0));
    }

    static Settings settings(Address... agents) {
        var users = Set.of(List.of(agents).stream().map(Address::user).toArray(String[]::new));
        return SETTINGS.withQueues(ServiceQueue.of(users));
    }

    /** What comes of one command, as {@link Told} tells it. */
    List<Event> on(Command command) {
        return Told.plainly(handle(command));
    }

    /** What comes of one command, word for word. */
    List<Event> handle(Command command) {
        return workgroup.handle(command, now);
    }

    /** Goes through what the test presupposes. */
    Stage having(Command... commands) {
        List.of(commands).forEach(this::on);
        return this;
    }

    /** Sets the clock, without the workgroup's looking at it. */
    Stage later(int seconds) {
        now = at(seconds);
        return this;
    }

    /** What comes of looking at the clock. */
    List<Event> onTickAt(int seconds) {
        return later(seconds).on(new Command.Tick());
    }

    Optional<Instant> nextDeadline() {
        return workgroup.nextDeadline(now);
    }

    List<VisitState> states() {
        return workgroup.states();
    }

    ServiceState state() {
        return workgroup.state();
    }

    Optional<VisitState> state(Address customer) {
        return workgroup.state(visit(customer));
    }

    static Instant at(int seconds) {
        return TEN.plusSeconds(seconds);
    }

    static Address person(String name, String resource) {
        return new Address(name + "@example.org", name + "@example.org/" + resource);
    }

    static VisitId visit(Address customer) {
        return new VisitId("visit-of-" + customer.user());
    }

    static Command join(Address customer) {
        return new Command.Join(visit(customer), customer, ANSWERS, "");
    }

    static Command leavesMessage(Address customer) {
        return new Command.LeaveMessage(visit(customer), customer, ANSWERS, "");
    }

    static Command rejoin(Address earlier, Address now) {
        return new Command.Rejoin(visit(earlier), now);
    }

    static Command depart(Address customer) {
        return new Command.Depart(customer);
    }

    static Command online(Address agent) {
        return new Command.Attend(agent, true, 0);
    }

    static Command away(Address agent) {
        return new Command.Attend(agent, false, 0);
    }

    static Command offline(Address agent) {
        return new Command.Withdraw(agent);
    }

    static Command accept(Address agent, Address customer) {
        return new Command.Accept(agent, new OfferRef.BySession(visit(customer)));
    }

    static Command reject(Address agent, Address customer) {
        return new Command.Reject(agent, new OfferRef.BySession(visit(customer)));
    }

    static Command channelOpens(Address customer) {
        return new Command.ConfirmChannel(visit(customer));
    }

    static Command channelFails(Address customer) {
        return new Command.FailChannel(visit(customer));
    }

    static Command enters(Address customer, Address who) {
        return new Command.Enter(visit(customer), who);
    }

    static Command leaves(Address customer, Address who) {
        return new Command.Leave(visit(customer), who);
    }

    /** Wants another agent, and to go. */
    static Command transfer(Address customer, Address by, Address to) {
        return new Command.Hand(by, visit(customer), Handover.Kind.TRANSFER, new Handover.Target.Agent(to.user()), "");
    }

    /** Wants another agent besides. */
    static Command invite(Address customer, Address by, Address to) {
        return new Command.Hand(by, visit(customer), Handover.Kind.INVITE, new Handover.Target.Agent(to.user()), "");
    }

    static Command vanishes(Address who) {
        return new Command.Vanish(who);
    }
}
