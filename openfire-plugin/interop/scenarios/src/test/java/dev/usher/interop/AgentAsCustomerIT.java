package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent asks for help like anybody, over the connection over which they serve. */
class AgentAsCustomerIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    @Test
    @Proves(Operation.AGENT_AS_CUSTOMER)
    void anAgentOnDutyIsToldWhetherTheWorkgroupIsOpen() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var asCustomer = SmackCustomer.over(alice.connection())) {
            assertThat(asCustomer.workgroup().isAvailable()).isTrue();
            assertThat(asCustomer.workgroup().isAvailable()).isTrue();
        }
    }

    @Test
    @Proves(Operation.AGENT_AS_CUSTOMER)
    void anAgentOffDutyIsToldWhetherTheWorkgroupIsOpen() throws Exception {
        try (var alice = SmackAgent.offline(usher, "alice", Ground.DEMO);
                var asCustomer = SmackCustomer.over(alice.connection())) {
            assertThat(asCustomer.workgroup().isAvailable()).isFalse();
        }
    }

    @Test
    @Proves(Operation.AGENT_AS_CUSTOMER)
    void anAgentWhoAsksIsServedByAnotherOne() throws Exception {
        try (var alice = SmackAgent.online(usher, "alice");
                var bob = SmackAgent.online(usher, "bob");
                var asCustomer = SmackCustomer.over(alice.connection())) {
            asCustomer.join("Alice");
            var atBobs = bob.accept(bob.offerOf(asCustomer), "Bob");
            var atAlices = asCustomer.enter("Alice");
            assertThat(alice.offers().isEmpty()).isTrue();
            atAlices.say("How do I hand somebody over?");
            atBobs.awaitHeard("Alice: How do I hand somebody over?");
        }
    }
}
