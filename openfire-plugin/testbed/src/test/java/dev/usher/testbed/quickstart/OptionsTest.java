package dev.usher.testbed.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private final Properties properties = new Properties();

    @Test
    void whatMavenPassesEmptyWasNotSaid() throws Exception {
        properties.setProperty("usher.home", "");
        properties.setProperty("usher.port.web", " ");

        var options = Options.of(properties);

        assertThat(options.home()).isEqualTo(Path.of("target/quickstart").toAbsolutePath());
        assertThat(options.web()).isEmpty();
        assertThat(options.watchParent()).isFalse();
    }

    @Test
    void whatWasSaidIsTaken() throws Exception {
        properties.setProperty("usher.home", "/srv/usher");
        properties.setProperty("usher.port.web", "7171");
        properties.setProperty("usher.parent", "watch");

        var options = Options.of(properties);

        assertThat(options.home()).isEqualTo(Path.of("/srv/usher"));
        assertThat(options.web()).isEqualTo(OptionalInt.of(7171));
        assertThat(options.watchParent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "http"})
    void aPortThatIsNoneIsRefused(String text) {
        properties.setProperty("usher.port.shop", text);

        assertThatThrownBy(() -> Options.of(properties))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("-Dusher.port.shop=" + text);
    }
}
