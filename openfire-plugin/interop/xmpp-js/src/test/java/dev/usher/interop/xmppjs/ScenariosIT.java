package dev.usher.interop.xmppjs;

import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What agents and customers do who have xmpp.js, which is independent of every library that the rest is tested with. The
 * scenarios are Node's own tests; each shows here as a test of its own.
 */
class ScenariosIT {
    /** Alice and bob are agents of all workgroups. In hasty offers are short, and in impatient the wait is. */
    @RegisterExtension
    static final UsherServer usher = new UsherServer()
            .account("romeo")
            .property("usher.workgroups", "demo,hasty,impatient")
            .property("usher.workgroup.demo.queues", "Default Queue,Support")
            .property("usher.workgroup.demo.queue.Support.agents", "bob")
            .property("usher.workgroup.demo.returnTimeout", "60")
            // What one scenario leaves behind takes up nobody in the next.
            .property("usher.workgroup.demo.maxVisits", "9")
            .property("usher.workgroup.hasty.agents", "alice,bob")
            .property("usher.workgroup.hasty.offerTimeout", "2")
            .property("usher.workgroup.hasty.returnTimeout", "2")
            .property("usher.workgroup.impatient.agents", "alice,bob")
            .property("usher.workgroup.impatient.queue.Default_Queue.requestTimeout", "1");

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        return NodeTests.run(usher);
    }
}
