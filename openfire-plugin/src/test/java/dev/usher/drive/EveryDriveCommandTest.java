package dev.usher.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command is forgotten by the board: each changes what comes of the drive and the ack after it. */
class EveryDriveCommandTest {
    private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");
    private static final DriveCommand OPEN = new DriveCommand.Open("v1", "nurse", 0);
    private static final DriveCommand ADMIT = new DriveCommand.Admit("v1", "romeo");
    private static final DriveCommand DRIVE =
            new DriveCommand.Drive("v1", "nurse", "nurse/chamber", "d1", "https://a.example/", Optional.empty());
    private static final DriveCommand ACK = new DriveCommand.Acknowledge("v1", "romeo", "d1", DriveState.ARRIVED, "");

    /** The last command of a scene is the one that it is about. */
    private static final Map<Class<?>, List<DriveCommand>> SCENES = Map.of(
            DriveCommand.Open.class, List.of(OPEN),
            DriveCommand.Admit.class, List.of(OPEN, ADMIT),
            DriveCommand.Drive.class, List.of(OPEN, ADMIT, DRIVE),
            DriveCommand.DriveAll.class,
                    List.of(
                            OPEN,
                            ADMIT,
                            new DriveCommand.DriveAll("nurse", "x", "d0", "https://a.example/", Optional.empty())),
            DriveCommand.Acknowledge.class, List.of(OPEN, ADMIT, DRIVE, ACK),
            DriveCommand.Lead.class, List.of(OPEN, ADMIT, new DriveCommand.Lead("v1", "friar")),
            DriveCommand.Dismiss.class, List.of(OPEN, ADMIT, new DriveCommand.Dismiss("v1")),
            DriveCommand.Close.class, List.of(OPEN, ADMIT, new DriveCommand.Close("v1")));

    static Stream<Class<?>> commands() {
        return Stream.of(DriveCommand.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void somethingIsDifferentAfter(Class<?> command) {
        assertThat(SCENES).as("a scene for each command").containsKey(command);
        var scene = SCENES.get(command);

        assertNotEquals(
                whatComesAfter(scene.subList(0, scene.size() - 1)), whatComesAfter(scene), command.getSimpleName());
    }

    private static List<DriveEvent> whatComesAfter(List<DriveCommand> scene) {
        var board = new DriveBoard(new DrivePolicy(Set.of()));
        scene.forEach(command -> board.handle(command, TEN));
        var events = new ArrayList<DriveEvent>();
        events.addAll(board.handle(DRIVE, TEN));
        events.addAll(board.handle(ACK, TEN));
        return events;
    }
}
