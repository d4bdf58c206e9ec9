package dev.usher.persistence;

import dev.usher.desk.StoreException;
import dev.usher.routing.Address;
import dev.usher.routing.Phase;
import dev.usher.routing.Placement;
import dev.usher.routing.Reservation;
import dev.usher.routing.Seat;
import dev.usher.routing.VisitId;
import dev.usher.routing.VisitState;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A visit's state as text: its form apart, since that is long and never changes, and all the rest. What a newer version
 * adds is skipped, what an older one did not know is empty.
 */
final class VisitText {
    private VisitText() {}

    static String answers(VisitState visit) {
        var fields = new Fields();
        visit.placed().answers().forEach(fields::addAll);
        return fields.text();
    }

    /** @throws IllegalArgumentException if that is no form's text */
    static Map<String, List<String>> readAnswers(String answers) {
        return form(Fields.read(answers));
    }

    static String state(VisitState visit) {
        var fields = new Fields();
        AddressText.write(fields, "customer", visit.customer());
        fields.add("phase", visit.phase())
                .add("queue", visit.queue())
                .add("queuedAt", visit.queuedAt())
                .add("placed", placed(visit.placed()).text())
                .add("skills", map(visit.skills()).text());
        visit.reserved().ifPresent(kept -> fields.add("reserved", reserved(kept).text()));
        fields.add("referredTo", visit.referredTo()).addAll("tried", visit.tried());
        var offers = new Fields();
        visit.offers().forEach((user, agent) -> AddressText.write(offers, user, agent));
        fields.add("offers", offers.text());
        visit.offeredUntil().ifPresent(until -> fields.add("offeredUntil", until));
        fields.add("pausedUntil", map(visit.pausedUntil()).text());
        visit.seats().forEach(seat -> fields.add("seat", seat(seat).text()));
        visit.handover()
                .ifPresent(handover ->
                        fields.add("handover", HandoverText.write(handover).text()));
        visit.deadline().ifPresent(at -> fields.add("deadline", at));
        visit.returnBy().ifPresent(at -> fields.add("returnBy", at));
        visit.monitors().forEach(monitor -> {
            var who = new Fields();
            AddressText.write(who, "who", monitor);
            fields.add("monitor", who.text());
        });
        return fields.add("customerEntered", visit.customerEntered()).text();
    }

    /** @throws StoreException if that is no visit's text; it names the visit */
    static VisitState read(VisitId id, String answers, String state) {
        try {
            return read(id, Fields.read(answers), Fields.read(state));
        } catch (RuntimeException e) {
            throw new StoreException("What is stored of visit " + id.value() + " cannot be understood", e);
        }
    }

    private static VisitState read(VisitId id, Fields answers, Fields fields) {
        var offers = Fields.read(fields.find("offers").orElse(""));
        var agents = new LinkedHashMap<String, Address>();
        offers.asMap().keySet().forEach(user -> agents.put(user, AddressText.read(offers, user)));
        var placed = placed(answers, Fields.read(fields.get("placed")));
        return new VisitState(
                id,
                AddressText.read(fields, "customer"),
                placed,
                Phase.valueOf(fields.get("phase")),
                fields.get("queue"),
                instant(fields, "queuedAt").orElse(placed.since()),
                map(fields, "skills", Integer::valueOf),
                fields.find("reserved").map(VisitText::reserved),
                fields.find("referredTo").orElse(""),
                Collections.unmodifiableSet(new LinkedHashSet<>(fields.all("tried"))),
                Collections.unmodifiableMap(agents),
                instant(fields, "offeredUntil"),
                map(fields, "pausedUntil", Instant::parse),
                fields.all("seat").stream().map(VisitText::seat).toList(),
                fields.find("handover").map(HandoverText::read),
                instant(fields, "deadline"),
                instant(fields, "returnBy"),
                isTrue(fields, "customerEntered"),
                fields.all("monitor").stream()
                        .map(monitor -> AddressText.read(Fields.read(monitor), "who"))
                        .toList());
    }

    private static Fields placed(Placement placed) {
        var fields = new Fields()
                .add("origin", placed.origin())
                .add("since", placed.since())
                .add("number", placed.number())
                .add("queue", placed.queue())
                .add("priority", placed.priority())
                .add("skills", map(placed.skills()).text());
        placed.reserved()
                .ifPresent(kept -> fields.add("reserved", reserved(kept).text()));
        return fields.add("home", placed.home());
    }

    private static Placement placed(Fields answers, Fields fields) {
        return new Placement(
                fields.find("origin").orElse(""),
                form(answers),
                Instant.parse(fields.get("since")),
                Long.parseLong(fields.get("number")),
                fields.get("queue"),
                fields.find("priority").map(Integer::parseInt).orElse(0),
                map(fields, "skills", Integer::valueOf),
                fields.find("reserved").map(VisitText::reserved),
                fields.find("home").orElse(""));
    }

    private static Map<String, List<String>> form(Fields answers) {
        var form = new LinkedHashMap<String, List<String>>();
        answers.asMap().forEach((field, values) -> form.put(field, List.copyOf(values)));
        return Collections.unmodifiableMap(form);
    }

    private static Fields seat(Seat seat) {
        var fields = new Fields();
        AddressText.write(fields, "agent", seat.agent());
        fields.add("lender", seat.lender()).add("entered", seat.entered()).add("relieves", seat.relieves());
        seat.returnBy().ifPresent(at -> fields.add("returnBy", at));
        return fields;
    }

    private static Seat seat(String text) {
        var fields = Fields.read(text);
        return new Seat(
                AddressText.read(fields, "agent"),
                fields.find("lender").orElse(""),
                isTrue(fields, "entered"),
                fields.find("relieves").orElse(""),
                instant(fields, "returnBy"));
    }

    private static Fields reserved(Reservation kept) {
        return new Fields().add("user", kept.user()).add("until", kept.until());
    }

    private static Reservation reserved(String text) {
        var fields = Fields.read(text);
        return new Reservation(fields.get("user"), Instant.parse(fields.get("until")));
    }

    private static Fields map(Map<String, ?> map) {
        var fields = new Fields();
        map.forEach(fields::add);
        return fields;
    }

    private static <T> Map<String, T> map(Fields fields, String name, Function<String, T> value) {
        var entries = Fields.read(fields.find(name).orElse(""));
        var map = new LinkedHashMap<String, T>();
        entries.asMap().keySet().forEach(key -> map.put(key, value.apply(entries.get(key))));
        return Collections.unmodifiableMap(map);
    }

    private static Optional<Instant> instant(Fields fields, String name) {
        return fields.find(name).map(Instant::parse);
    }

    private static boolean isTrue(Fields fields, String name) {
        return fields.find(name).map(Boolean::parseBoolean).orElse(false);
    }
}
