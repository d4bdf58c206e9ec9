package dev.usher.drive;

import static dev.usher.drive.DriveState.ARRIVED;
import static dev.usher.drive.DriveState.ATTACHED;
import static dev.usher.drive.DriveState.DETACHED;
import static dev.usher.drive.DriveState.EXPIRED;
import static dev.usher.drive.DriveState.NEEDS_CLICK;
import static dev.usher.drive.DriveState.NO_PAGE;
import static dev.usher.drive.DriveState.PAUSED;
import static dev.usher.drive.DriveState.RECEIVED;
import static dev.usher.drive.DriveState.REFUSED;
import static dev.usher.drive.DriveState.UNCONFIRMED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which report may follow which. */
class DriveStateTest {
    static Stream<Arguments> whatMayFollow() {
        return Stream.of(
                arguments(RECEIVED, EnumSet.complementOf(EnumSet.of(RECEIVED))),
                arguments(ATTACHED, Set.of(ARRIVED, DETACHED, NO_PAGE, NEEDS_CLICK)),
                arguments(ARRIVED, Set.of(DETACHED)),
                arguments(DETACHED, Set.of()),
                arguments(NO_PAGE, Set.of(ARRIVED, DETACHED, NEEDS_CLICK)),
                arguments(UNCONFIRMED, EnumSet.complementOf(EnumSet.of(RECEIVED, UNCONFIRMED))),
                arguments(NEEDS_CLICK, EnumSet.complementOf(EnumSet.of(RECEIVED, NEEDS_CLICK))),
                arguments(PAUSED, EnumSet.complementOf(EnumSet.of(PAUSED))),
                arguments(REFUSED, Set.of()),
                arguments(EXPIRED, Set.of()));
    }

    @ParameterizedTest
    @MethodSource
    void whatMayFollow(DriveState known, Set<DriveState> next) {
        assertEquals(
                next, Stream.of(DriveState.values()).filter(known::mayBecome).collect(Collectors.toSet()));
    }

    @Test
    void everyStateHasItsLineInTheTable() {
        assertEquals(
                List.of(DriveState.values()),
                whatMayFollow().map(line -> line.get()[0]).toList());
    }

    @Test
    void aStateIsFoundByItsWord() {
        for (var state : DriveState.values()) {
            assertEquals(Optional.of(state), DriveState.of(state.word()));
        }
        assertEquals("needs-click", NEEDS_CLICK.word());
        assertEquals(Optional.empty(), DriveState.of("ARRIVED"));
        assertEquals(Optional.empty(), DriveState.of("gone"));
    }
}
