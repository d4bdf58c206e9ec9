package dev.usher.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who does what in a turmoil: mostly what makes sense just then, and now and then what does not. */
final class Cast {
    private static final List<String> SKILLS = List.of("", "Vows", "poison");
    private static final List<String> NEIGHBOURS = List.of("padua", "milan");
    private static final VisitId NOBODY = new VisitId("nobody");

    private final Turmoil turmoil;
    private int made;

    Cast(Turmoil turmoil) {
        this.turmoil = turmoil;
    }

    Command command(int what, int who) {
        return switch (what) {
            case 0, 1, 2, 3 -> join(customer(++made), who);
            case 4 -> new Command.Depart(customerOf(inQueue(who)));
            case 5, 6, 7 -> new Command.Attend(agent(who), true, who % 3);
            case 8 -> new Command.Attend(agent(who), false, 0);
            case 9 -> new Command.Withdraw(agent(who));
            case 10, 11, 12, 13 -> new Command.Accept(asked(who), offer(who));
            case 14 -> new Command.Reject(asked(who), offer(who));
            case 15 -> new Command.Accept(agent(who), offer(who));
            case 16, 17, 18 -> new Command.ConfirmChannel(in(Phase.SEATED, who));
            case 19 -> new Command.FailChannel(in(who % 5 == 0 ? Phase.OPEN : Phase.SEATED, who));
            case 20, 21 -> new Command.Enter(in(Phase.OPEN, who), customerOf(in(Phase.OPEN, who)));
            case 22, 23, 24 -> new Command.Enter(in(Phase.OPEN, who), seatOf(in(Phase.OPEN, who), who));
            case 25 -> new Command.Leave(in(Phase.OPEN, who), seatOf(in(Phase.OPEN, who), who));
            case 26 -> new Command.Leave(in(Phase.OPEN, who), customerOf(in(Phase.OPEN, who)));
            case 27 -> new Command.Vanish(customerOf(any(who)));
            case 28 -> new Command.Vanish(seatOf(any(who), who));
            case 29 -> new Command.Vanish(agent(who));
            case 30 -> new Command.Rejoin(missed(who), customerOf(missed(who)));
            case 31 -> new Command.Rejoin(any(who), customer(1_000 + who));
            case 32 -> join(elsewhere(customerOf(missed(who))), who);
            case 33, 34 -> hand(in(Phase.OPEN, who), who);
            case 35 -> run(who);
            case 36 -> new Command.CallBack(errand(who), "rome");
            case 37 -> lend(referred(who), who);
            case 38 ->
                new Command.Decline(referred(who), neighbourAsked(referred(who)).orElse("padua"));
            case 39 -> new Command.Configure(turmoil.variant(who));
            case 43 -> new Command.AskAgain(NEIGHBOURS.get(who % 2));
            case 44 -> new Command.KeepLent(((Command.Run) run(who)).errand(), agent(who));
            case 46, 47 -> new Command.Monitor(in(Phase.OPEN, who), agent(who / 2));
            case 48, 49 -> new Command.Enter(in(Phase.OPEN, who), agent(who / 2));
            case 50 -> new Command.Leave(in(Phase.OPEN, who), monitorOf(in(Phase.OPEN, who), who));
            case 51, 52 -> message(++made);
            case 53 -> new Command.ConfirmMessage(in(Phase.MESSAGE, who), List.of(agent(who)));
            default -> new Command.Tick();
        };
    }

    private Command join(Address customer, int who) {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("need", List.of(SKILLS.get(who % SKILLS.size())));
        answers.put("city", List.of(who % 4 == 1 ? "Mantua" : "Verona"));
        answers.put("rank", List.of(who % 7 == 3 ? "prince" : "page"));
        answers.put("agent", List.of(who % 5 == 2 ? "friar" : who % 5 == 3 ? "balthasar" : ""));
        return new Command.Join(new VisitId("v" + ++made), customer, answers, "");
    }

    private static Command message(int number) {
        var from = customer(number);
        return new Command.LeaveMessage(new VisitId("m" + number), from, Map.of(), number % 3 == 0 ? "net" : "");
    }

    private Command hand(VisitId visit, int who) {
        var kind = who % 2 == 0 ? Handover.Kind.TRANSFER : Handover.Kind.INVITE;
        return new Command.Hand(seatOf(visit, who), visit, kind, target(visit, who / 2), "");
    }

    /** Who has lent an agent already is not asked for another. */
    private Handover.Target target(VisitId visit, int who) {
        var neighbour = NEIGHBOURS.get(who % 2);
        boolean hasLent = turmoil.chronicle.borrowed(visit).contains(neighbour);
        return switch (who % 4) {
            case 0 -> new Handover.Target.Queue(who % 3 == 0 ? HouseRules.MANTUA : ServiceQueue.DEFAULT_NAME);
            case 1 -> hasLent ? new Handover.Target.Queue(HouseRules.MANTUA) : new Handover.Target.Workgroup(neighbour);
            default -> new Handover.Target.Agent(agent(who).user());
        };
    }

    private Command run(int who) {
        var join = (Command.Join) join(new Address("r@rome.example", "r@rome.example/" + made), who);
        return new Command.Run(new Errand(
                who % 6 == 5 ? errand(who) : join.proposed(),
                "rome",
                join.customer(),
                join.answers(),
                turmoil.now,
                Optional.empty(),
                Optional.empty()));
    }

    private Command lend(VisitId visit, int who) {
        var lender = neighbourAsked(visit).orElse("milan");
        var user = "agent" + who % 3 + "@" + lender + ".example";
        return new Command.Lend(visit, lender, new Address(user, user + "/desk"));
    }

    private Optional<String> neighbourAsked(VisitId visit) {
        return turmoil.chronicle.referredTo(visit);
    }

    private static Address agent(int who) {
        var user = HouseRules.user(HouseRules.AGENTS.get(who % HouseRules.AGENTS.size()));
        return new Address(user, user + (who / HouseRules.AGENTS.size() % 3 == 0 ? "/phone" : "/desk"));
    }

    private static Address customer(int who) {
        var user = "c" + who + "@example.org";
        return new Address(user, user + "/web");
    }

    private static Address elsewhere(Address customer) {
        return new Address(customer.user(), customer.connection() + "2");
    }

    private VisitId pick(int who, Predicate<VisitState> fits) {
        var fitting = new ArrayList<>(turmoil.visits());
        fitting.removeIf(fits.negate());
        return fitting.isEmpty() ? NOBODY : fitting.get(who % fitting.size()).id();
    }

    private VisitId any(int who) {
        return pick(who, visit -> true);
    }

    private VisitId in(Phase phase, int who) {
        return pick(who, visit -> visit.phase() == phase);
    }

    private VisitId inQueue(int who) {
        return pick(
                who, visit -> visit.phase().inQueue() && visit.placed().home().isEmpty());
    }

    private VisitId missed(int who) {
        return pick(who, visit -> visit.returnBy().isPresent());
    }

    private VisitId errand(int who) {
        return pick(who, visit -> !visit.placed().home().isEmpty());
    }

    private VisitId referred(int who) {
        return pick(who, visit -> neighbourAsked(visit.id()).isPresent());
    }

    private VisitId offered(int who) {
        return pick(who, visit -> !visit.offers().isEmpty());
    }

    private OfferRef offer(int who) {
        return new OfferRef.BySession(offered(who));
    }

    private Address asked(int who) {
        var offers = turmoil.state(offered(who)).map(VisitState::offers).orElse(Map.of());
        return offers.isEmpty() ? agent(who) : List.copyOf(offers.values()).get(who % offers.size());
    }

    private Address customerOf(VisitId visit) {
        return turmoil.state(visit).map(VisitState::customer).orElse(customer(0));
    }

    private Address monitorOf(VisitId visit, int who) {
        var monitors = turmoil.state(visit).map(VisitState::monitors).orElse(List.of());
        return monitors.isEmpty() ? agent(who) : monitors.get(who % monitors.size());
    }

    private Address seatOf(VisitId visit, int who) {
        var seats = turmoil.state(visit).map(VisitState::seats).orElse(List.of());
        return seats.isEmpty() ? agent(who) : seats.get(who / 3 % seats.size()).agent();
    }
}
