package dev.usher.testbed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void aPercentileIsATimeThatWasMeasured() {
        var times = times(100);

        assertThat(times.percentile(0)).isEqualTo(1);
        assertThat(times.percentile(50)).isEqualTo(50);
        assertThat(times.percentile(95)).isEqualTo(95);
        assertThat(times.percentile(100)).isEqualTo(100);
    }

    @Test
    void thePartsOfARunAreInItsOrder() {
        var times = times(10);

        assertThat(times.part(0, 5).percentile(100)).isEqualTo(2);
        assertThat(times.part(4, 5).percentile(0)).isEqualTo(9);
        assertThat(times.part(4, 5).count()).isEqualTo(2);
    }

    private static Times times(int count) {
        var times = new Times();
        for (int i = 1; i <= count; i++) {
            times.add(Duration.ofMillis(i));
        }
        return times;
    }
}
