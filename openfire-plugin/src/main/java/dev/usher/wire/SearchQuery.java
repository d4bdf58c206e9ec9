package dev.usher.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dom4j.Element;
import org.xmpp.packet.JID;

/**
 * What an agent searches for, as the submitted form has it.
 *
 * @param workgroups only in these; in all if there are none
 * @param agent a bare JID
 */
record SearchQuery(
        String text, Optional<Instant> from, Optional<Instant> until, Optional<String> agent, List<String> workgroups) {
    /** @throws BadRequest with a sentence that says which field is wrong */
    static SearchQuery of(Element form) throws BadRequest {
        var answers = FormDecoder.answers(form);
        var text = answer(answers, SearchForm.QUERY);
        if (text.isEmpty()) {
            throw new BadRequest("The " + SearchForm.QUERY + " is missing: write what you search for.");
        }
        if (text.length() > HistoryLimits.QUERY) {
            throw BadRequest.tooLong("What you search for is longer than " + HistoryLimits.QUERY + " characters.");
        }
        var start = answer(answers, SearchForm.START);
        var from = start.isEmpty() ? Optional.<Instant>empty() : Dates.from(start);
        var end = answer(answers, SearchForm.END);
        var until = end.isEmpty() ? Optional.<Instant>empty() : Dates.until(end);
        if (from.isEmpty() && !start.isEmpty() || until.isEmpty() && !end.isEmpty()) {
            throw new BadRequest("A date cannot be read. Write it like 2026-01-31 or 2026-01-31T10:00:00Z.");
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new BadRequest("The end is before the start: nothing can be found between them.");
        }
        var agent = answer(answers, SearchForm.AGENT);
        return new SearchQuery(
                text,
                from,
                until,
                agent.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Jids.required(agent, SearchForm.AGENT).toBareJID()),
                answers.getOrDefault(SearchForm.WORKGROUPS, List.of()).stream()
                        .map(String::strip)
                        .filter(workgroup -> !workgroup.isEmpty())
                        .toList());
    }

    /** Whether it is searched in that workgroup. A name that is no address is that of no workgroup. */
    boolean isAbout(JID workgroup) {
        return workgroups.isEmpty()
                || workgroups.stream()
                        .anyMatch(name -> Jids.of(name).map(JID::asBareJID).equals(Optional.of(workgroup)));
    }

    private static String answer(Map<String, List<String>> answers, String field) {
        return Metadata.answer(answers, field).strip();
    }
}
