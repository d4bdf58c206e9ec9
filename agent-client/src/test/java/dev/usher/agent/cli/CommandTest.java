package dev.usher.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("", new Command.Nothing()),
                Arguments.of("   ", new Command.Nothing()),
                Arguments.of("Hello there", new Command.Say("Hello there")),
                Arguments.of("//etc is a folder", new Command.Say("/etc is a folder")),
                Arguments.of("/accept", new Command.Accept(OptionalInt.empty())),
                Arguments.of("/accept 2", new Command.Accept(OptionalInt.of(2))),
                Arguments.of("/decline  7", new Command.Decline(OptionalInt.of(7))),
                Arguments.of("/go https://shop.example/a b", new Command.Go("https://shop.example/a b")),
                Arguments.of("/away", new Command.Away()),
                Arguments.of("/back", new Command.Back()),
                Arguments.of("/visits", new Command.Visits()),
                Arguments.of("/switch 3", new Command.Switch(3)),
                Arguments.of("/end", new Command.End()),
                Arguments.of("/help", new Command.Help()),
                Arguments.of("/quit", new Command.Quit()),
                Arguments.of("/accept two", new Command.Wrong("Which one? /accept 1")),
                Arguments.of("/switch", new Command.Wrong("Which one? /switch 1")),
                Arguments.of("/go", new Command.Wrong("Where to? /go https://…")),
                Arguments.of("/fly", new Command.Wrong("There is no /fly. /help lists the commands.")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineIsUnderstood(String line, Command command) {
        assertThat(Command.parse(line)).isEqualTo(command);
    }

    @Test
    void everyCommandIsInTheHelp() {
        lines().map(arguments -> (String) arguments.get()[0])
                .filter(line -> line.matches("/[a-z]+") && !line.equals("/fly"))
                .forEach(command -> assertThat(Wording.HELP).contains(command));
    }
}
