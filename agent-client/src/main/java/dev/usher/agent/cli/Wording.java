package dev.usher.agent.cli;

import dev.usher.agent.Drive;
import dev.usher.agent.Line;
import dev.usher.agent.Offer;
import dev.usher.agent.stanza.ReportElement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** The sentences of the command line. Scripts read some of them: change with care. */
final class Wording {

    static final String HELP = """
            /accept [n]   take the offer (the oldest, or number n)
            /decline [n]  let it go to the next agent
            text          talk in the current visit; // at the start says one /
            /go URL       lead the customer's browser there
            /visits       list the visits; * marks the current one
            /switch n     talk in visit n
            /end          end the current visit
            /away, /back  pause offers, take them again
            /help         this list
            /quit         go offline (so does the end of the input, or Ctrl-C)""";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    static String offer(int number, Offer offer, Instant now) {
        var question = offer.answer("question").map(asked -> " asks: " + asked).orElse(" calls");
        var seconds = offer.left(now).toMillis() / 1000.0;
        return "Offer %d: %s%s — accept within %d s: /accept"
                .formatted(number, offer.customerName(), question, Math.round(seconds));
    }

    static String taken(Drive drive) {
        var browsers = drive.browsers() == 1 ? "1 browser" : drive.browsers() + " browsers";
        return "Drive %d to %s : sent to %s".formatted(drive.seq(), drive.url(), browsers);
    }

    static String report(ReportElement report, String target) {
        var states = report.counts().stream()
                .map(count -> state(count, report.browsers()))
                .collect(Collectors.joining(", "));
        return "Drive %d%s : %s".formatted(report.seq(), target, states.isEmpty() ? "no word yet" : states);
    }

    private static String state(ReportElement.Count count, int browsers) {
        var reason = count.reason()
                .map(word -> word.equals("vetoed") ? " by the website that the customer came from" : " " + word)
                .orElse("");
        return "%s%s (%d of %d)".formatted(count.state(), reason, count.browsers(), browsers);
    }

    static String line(Line line) {
        var when = line.earlier() ? "[" + CLOCK.format(line.at().atZone(ZoneId.systemDefault())) + "] " : "";
        var whispered = line.whispered() ? " (to you only)" : "";
        return when + line.nick() + whispered + ": " + line.text();
    }

    private Wording() {}
}
