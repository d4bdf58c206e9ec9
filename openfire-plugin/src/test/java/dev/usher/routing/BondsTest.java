package dev.usher.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is remembered to have served whom, and for how long. */
class BondsTest {
    private final Bonds bonds = new Bonds();

    private void served(int customer, String agent) {
        bonds.add(new Bond("c" + customer, agent, Stage.TEN));
    }

    private Optional<String> agentOf(int customer) {
        return bonds.agentOf("c" + customer, Stage.TEN, Duration.ofDays(1));
    }

    @Test
    void theOldestIsForgottenWhenThereAreTooMany() {
        for (int i = 1; i <= 20_000; i++) {
            served(i, "nurse");
        }
        assertEquals(Optional.of("nurse"), agentOf(1));

        served(20_001, "nurse");
        assertEquals(Optional.empty(), agentOf(1));
        assertEquals(Optional.of("nurse"), agentOf(2));
    }

    @Test
    void whoComesAgainIsTheLatest() {
        served(1, "nurse");
        served(1, "friar");
        for (int i = 2; i <= 20_000; i++) {
            served(i, "nurse");
        }

        assertEquals(Optional.of("friar"), agentOf(1));
    }
}
