package dev.usher.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one workgroup asks another to do: find an agent for a visit that stays at home.
 *
 * @param home the workgroup that has the visit
 * @param since when the customer came
 * @param handover empty if the customer still waits, else what the agent at home asked for
 * @param until when the errand is given up; empty if it may take as long as it takes
 */
public record Errand(
        VisitId visit,
        String home,
        Address customer,
        Map<String, List<String>> answers,
        Instant since,
        Optional<Handover> handover,
        Optional<Instant> until) {
    /** The same, with the workgroup that has the visit, whose name its own desk does not know. */
    public Errand of(String workgroup) {
        return new Errand(visit, workgroup, customer, answers, since, handover, until);
    }
}
