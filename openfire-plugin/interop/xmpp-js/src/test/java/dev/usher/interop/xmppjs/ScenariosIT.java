package dev.usher.interop.xmppjs;

import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.util.stream.Stream;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What agents and customers do who have xmpp.js, which is independent of every library that the rest is tested with. The
 * scenarios are Node's own tests; each shows here as a test of its own.
 */
class ScenariosIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    /** What one scenario leaves behind takes up nobody in the next. */
    @BeforeAll
    static void everybodyMayServeMany() {
        JiveGlobals.setProperty("usher.workgroup.demo.maxVisits", "9");
    }

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        return NodeTests.run(usher, "scenarios");
    }

    /** Where nobody wants to wait for as long as people do. */
    @TestFactory
    Stream<DynamicTest> scenariosOfShortOffers() throws IOException {
        JiveGlobals.setProperty("usher.workgroup.demo.offerTimeout", "2");
        return NodeTests.run(usher, "scenarios/short-offers")
                .onClose(() -> JiveGlobals.deleteProperty("usher.workgroup.demo.offerTimeout"));
    }
}
