package dev.usher.agent.cli;

import java.util.OptionalInt;
import java.util.function.IntFunction;

/** One line that the agent typed. A line that starts with two slashes is said with one. */
sealed interface Command {

    record Nothing() implements Command {}

    record Say(String text) implements Command {}

    record Accept(OptionalInt offer) implements Command {}

    record Decline(OptionalInt offer) implements Command {}

    record Go(String url) implements Command {}

    record Away() implements Command {}

    record Back() implements Command {}

    record Visits() implements Command {}

    record Switch(int visit) implements Command {}

    record End() implements Command {}

    record Help() implements Command {}

    record Quit() implements Command {}

    record Wrong(String sentence) implements Command {}

    static Command parse(String line) {
        var text = line.strip();
        if (text.isEmpty()) {
            return new Nothing();
        }
        if (text.startsWith("//")) {
            return new Say(text.substring(1));
        }
        if (!text.startsWith("/")) {
            return new Say(text);
        }
        var words = text.split("\\s+", 2);
        return parse(words[0], words.length == 1 ? "" : words[1]);
    }

    private static Command parse(String word, String rest) {
        return switch (word) {
            case "/accept" -> rest.isEmpty() ? new Accept(OptionalInt.empty()) : number(word, rest, Command::accept);
            case "/decline" -> rest.isEmpty() ? new Decline(OptionalInt.empty()) : number(word, rest, Command::decline);
            case "/switch" -> number(word, rest, Switch::new);
            case "/go" -> rest.isEmpty() ? new Wrong("Where to? /go https://…") : new Go(rest);
            case "/away" -> new Away();
            case "/back" -> new Back();
            case "/visits" -> new Visits();
            case "/end" -> new End();
            case "/help" -> new Help();
            case "/quit" -> new Quit();
            default -> new Wrong("There is no " + word + ". /help lists the commands.");
        };
    }

    private static Command accept(int offer) {
        return new Accept(OptionalInt.of(offer));
    }

    private static Command decline(int offer) {
        return new Decline(OptionalInt.of(offer));
    }

    private static Command number(String word, String rest, IntFunction<Command> command) {
        try {
            return command.apply(Integer.parseInt(rest));
        } catch (NumberFormatException e) {
            return new Wrong("Which one? " + word + " 1");
        }
    }
}
