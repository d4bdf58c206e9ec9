package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A few customers and agents who do anything at all, at any time, and what can be said of the workgroup after each step,
 * worked out from what it has said and from nothing of its own. Every step is a number, so that a long story shrinks.
 */
final class Shift {
    static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final List<String> AGENTS = List.of("nurse", "friar", "peter", "balthasar");
    private static final List<String> SKILLS = List.of("", "vows", "poison");

    final Settings settings;
    final Workgroup workgroup;
    final Replay replay = new Replay();
    final Ledger ledger;
    Instant now = TEN;
    /** What the last step led to. */
    List<Event> last = List.of();

    private final Map<String, Address> connections = new LinkedHashMap<>();
    private final List<VisitId> visits = new ArrayList<>();
    private int made;

    Shift(Policy policy) {
        settings = settings(policy);
        workgroup = new Workgroup(settings);
        ledger = new Ledger(settings);
    }

    private static Settings settings(Policy policy) {
        var verona = ServiceQueue.of(Set.of(user("nurse"), user("friar"), user("peter")))
                .withPolicy(policy);
        var mantua = ServiceQueue.of(Set.of(user("friar"), user("balthasar")))
                .named("Mantua")
                .withPriority(1)
                .withPolicy(policy)
                .withRequestTimeout(Duration.ofSeconds(90), new Overflow.ToQueue(ServiceQueue.DEFAULT_NAME));
        return Settings.of(Set.of())
                .withQueues(verona, mantua)
                .withProfiles(Map.of(
                        user("friar"), new AgentProfile(2, Map.of("vows", 3, "poison", 1)),
                        user("nurse"), new AgentProfile(1, Map.of("vows", 1))))
                .withRules(
                        new RoutingRule(
                                List.of(new RoutingRule.Condition("city", RoutingRule.Test.IS, "mantua")),
                                Optional.of("Mantua"),
                                Map.of(),
                                0),
                        new RoutingRule(
                                List.of(new RoutingRule.Condition("rank", RoutingRule.Test.IS, "prince")),
                                Optional.empty(),
                                Map.of(),
                                5))
                .withSkills(new SkillSettings(Map.of("need", 2), Duration.ofSeconds(40)))
                .withAffinity(
                        new Affinity("agent", Duration.ofSeconds(25), Duration.ofHours(1), Duration.ofSeconds(15)))
                .withTiming(Timing.USUAL.withWrapUp(Duration.ofSeconds(5)).withWatch(Duration.ZERO))
                .withLimits(new Limits(2, 3, 50, 2));
    }

    static String user(String name) {
        return name + "@example.org";
    }

    private static Address agent(int which) {
        var user = user(AGENTS.get(which % AGENTS.size()));
        return new Address(user, user + (which / AGENTS.size() % 2 == 0 ? "/desk" : "/phone"));
    }

    /** Someone does something. @param what which kind of thing @param who by whom or to whom */
    void step(int what, int who, int seconds) {
        now = now.plusSeconds(seconds);
        var command = command(what, who);
        if (command instanceof Command.Attend attend) {
            ledger.wish(attend.agent().user(), attend.wish());
        }
        last = workgroup.handle(command, now);
        for (var event : last) {
            if (event instanceof Event.OfVisit ofVisit) {
                replay.add(ofVisit, now);
            }
            ledger.note(event, now);
        }
    }

    private Command command(int what, int who) {
        return switch (what) {
            case 0, 1, 2 -> join(who);
            case 3 -> new Command.Depart(customer(who));
            case 4, 5 -> new Command.Attend(agent(who), true, who % 3);
            case 6 -> new Command.Attend(agent(who), false, 0);
            case 7 -> new Command.Withdraw(agent(who));
            case 8, 9, 10 -> new Command.Accept(asked(who), new OfferRef.BySession(offered(who)));
            case 11 -> new Command.Reject(asked(who), new OfferRef.BySession(offered(who)));
            case 12, 13 -> new Command.ConfirmChannel(in(Phase.SEATED, who));
            case 14 -> new Command.FailChannel(in(who % 3 == 0 ? Phase.OPEN : Phase.SEATED, who));
            case 15, 16 -> new Command.Enter(in(Phase.OPEN, who), customerOf(in(Phase.OPEN, who)));
            case 17, 18 -> new Command.Enter(in(Phase.OPEN, who), agentOf(in(Phase.OPEN, who)));
            case 19 -> leave(in(Phase.OPEN, who), who);
            case 20 -> new Command.Vanish(who % 2 == 0 ? customerOf(visit(who)) : agentOf(in(Phase.OPEN, who)));
            case 21 -> new Command.Rejoin(visit(who), customer(who + 100));
            case 22, 23 -> hand(in(Phase.OPEN, who), who);
            case 24 -> new Command.Say(in(Phase.OPEN, who), customerOf(in(Phase.OPEN, who)), "Soft!", "");
            default -> new Command.Tick();
        };
    }

    private Command leave(VisitId visit, int who) {
        return new Command.Leave(visit, who % 2 == 0 ? customerOf(visit) : agentOf(visit));
    }

    private Command hand(VisitId visit, int who) {
        return new Command.Hand(agentOf(visit), visit, kind(who), target(who), "");
    }

    private Command join(int who) {
        var id = new VisitId("v" + made++);
        visits.add(id);
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("need", List.of(SKILLS.get(who % SKILLS.size())));
        answers.put("city", List.of(who % 4 == 1 ? "Mantua" : "Verona"));
        answers.put("rank", List.of(who % 7 == 3 ? "prince" : "page"));
        answers.put("agent", List.of(who % 5 == 2 ? "friar" : ""));
        return new Command.Join(id, customer(made), answers, "");
    }

    private Address customer(int who) {
        return connections.computeIfAbsent(
                "c" + who, name -> new Address(name + "@example.org", name + "@example.org/web"));
    }

    private VisitId visit(int who) {
        return visits.isEmpty()
                ? new VisitId("none")
                : visits.get(visits.size() - 1 - who % Math.min(6, visits.size()));
    }

    /** A visit of that phase, if there is one. */
    private VisitId in(Phase phase, int who) {
        var these = workgroup.states().stream()
                .filter(state -> state.phase() == phase)
                .map(VisitState::id)
                .toList();
        return these.isEmpty() ? visit(who) : these.get(who % these.size());
    }

    private Address customerOf(VisitId visit) {
        return workgroup.state(visit).map(VisitState::customer).orElse(customer(0));
    }

    private Address agentOf(VisitId visit) {
        return workgroup.state(visit).stream()
                .flatMap(state -> state.seats().stream())
                .map(Seat::agent)
                .reduce((first, second) -> second)
                .orElse(agent(0));
    }

    /** A visit that is on offer, if there is one. */
    private VisitId offered(int who) {
        var open = workgroup.states().stream()
                .filter(state -> !state.offers().isEmpty())
                .map(VisitState::id)
                .toList();
        return open.isEmpty() ? visit(who) : open.get(who % open.size());
    }

    private Address asked(int who) {
        var offers = workgroup.state(offered(who)).map(VisitState::offers).orElse(Map.of());
        return offers.isEmpty() ? agent(who) : List.copyOf(offers.values()).get(who % offers.size());
    }

    private static Handover.Kind kind(int who) {
        return who % 2 == 0 ? Handover.Kind.TRANSFER : Handover.Kind.INVITE;
    }

    private static Handover.Target target(int who) {
        return who % 3 == 0
                ? new Handover.Target.Queue("Mantua")
                : new Handover.Target.Agent(user(AGENTS.get(who % AGENTS.size())));
    }
}
