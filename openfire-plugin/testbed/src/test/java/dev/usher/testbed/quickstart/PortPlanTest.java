package dev.usher.testbed.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    private final Set<Integer> taken = Set.of(7070, 7071, 8080);
    private final PortPlan plan = new PortPlan(port -> !taken.contains(port));

    @Test
    void theUsualPortIsTakenWithoutAWord() throws Exception {
        assertThat(plan.choose("XMPP", OptionalInt.empty(), 5222)).isEqualTo(5222);
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void aUsualPortThatIsTakenGivesWayAndItIsSaid() throws Exception {
        assertThat(plan.choose("the web client", OptionalInt.empty(), 7070)).isEqualTo(7072);
        assertThat(plan.notes()).containsExactly("Port 7070 is taken: the web client is on 7072.");
    }

    @Test
    void aNamedPortThatIsTakenIsRefused() {
        assertThatThrownBy(() -> plan.choose("the demo shop", OptionalInt.of(8080), 8080))
                .isInstanceOf(Refusal.class)
                .hasMessage("Port 8080, named for the demo shop, is taken");
    }

    @Test
    void noPortIsGivenTwice() throws Exception {
        assertThat(plan.choose("XMPP", OptionalInt.of(9090), 5222)).isEqualTo(9090);
        assertThat(plan.choose("the console", OptionalInt.empty(), 9090)).isEqualTo(9091);
        assertThatThrownBy(() -> plan.choose("the demo shop", OptionalInt.of(9091), 8080))
                .hasMessage("Port 9091 was named twice");
    }
}
