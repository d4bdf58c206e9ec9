package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which workgroup a changed property belongs to. */
class PropertyWatchTest {
    private final List<String> changed = new ArrayList<>();
    private final PropertyWatch watch =
            new PropertyWatch(() -> new WorkgroupNames(List.of("demo", "big.shop", "big"), List.of()), changed::add);

    @Test
    void aPropertyOfAWorkgroupIsHeard() {
        watch.propertySet("usher.workgroup.demo.agents", Map.of());
        watch.propertyDeleted("usher.workgroup.demo.maxVisits", Map.of());
        watch.propertySet("usher.workgroup.demo.queue.Night_shift.cap", Map.of());
        watch.propertySet("usher.workgroup.big.shop.agents", Map.of());
        watch.propertySet("usher.workgroup.big.agents", Map.of());

        assertEquals(List.of("demo", "demo", "demo", "big.shop", "big"), changed);
    }

    @Test
    void otherPropertiesAreNot() {
        for (var property : List.of(
                "xmpp.domain",
                "usher.workgroups",
                "usher.conference",
                "usher.workgroup.other.agents",
                "usher.workgroup.demo",
                "usher.workgroup..agents")) {
            watch.propertySet(property, Map.of());
        }
        watch.xmlPropertySet("usher.workgroup.demo.agents", Map.of());
        watch.xmlPropertyDeleted("usher.workgroup.demo.agents", Map.of());

        assertEquals(List.of(), changed);
    }
}
