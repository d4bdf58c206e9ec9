package dev.usher.persistence;

import dev.usher.routing.Handover;
import dev.usher.routing.Handover.Target;
import java.time.Instant;

/** A handover as text. */
final class HandoverText {
    private HandoverText() {}

    static Fields write(Handover handover) {
        var fields = new Fields().add("kind", handover.kind());
        if (handover.target() instanceof Target.Agent agent) {
            fields.add("agent", agent.user());
        } else if (handover.target() instanceof Target.Queue queue) {
            fields.add("queue", queue.name());
        } else if (handover.target() instanceof Target.Workgroup workgroup) {
            fields.add("workgroup", workgroup.name());
        }
        AddressText.write(fields, "by", handover.by());
        return fields.add("reason", handover.reason()).add("until", handover.until());
    }

    static Handover read(String text) {
        var fields = Fields.read(text);
        return new Handover(
                Handover.Kind.valueOf(fields.get("kind")),
                target(fields),
                AddressText.read(fields, "by"),
                fields.find("reason").orElse(""),
                Instant.parse(fields.get("until")));
    }

    private static Target target(Fields fields) {
        return fields.find("agent")
                .<Target>map(Target.Agent::new)
                .or(() -> fields.find("queue").map(Target.Queue::new))
                .or(() -> fields.find("workgroup").map(Target.Workgroup::new))
                .orElseThrow(() -> new IllegalArgumentException("a handover to nobody"));
    }
}
