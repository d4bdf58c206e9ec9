package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which workgroups there are, and which property belongs to which. */
class WorkgroupNamesTest {
    private static WorkgroupNames names(String... lines) {
        return WorkgroupNames.read(new PropertySheet(lines), "example.org");
    }

    @Test
    void theyAreListedInOrderAndOnce() {
        assertEquals(
                List.of("support", "sales"),
                names("usher.workgroups = Support, sales,, support").names());
        assertEquals(List.of(), names().names());
    }

    @Test
    void whatCannotBeAnAddressIsLeftOut() {
        var names = names("usher.workgroups = our sales, support");

        assertEquals(List.of("support"), names.names());
        assertEquals(
                List.of("usher.workgroups: \"our sales\" cannot be part of an address; it is left out."),
                names.problems().stream().map(SettingsProblem::sentence).toList());
    }

    @Test
    void aSettingOfNoWorkgroupIsReported() {
        var names =
                names("usher.workgroups = sales", "usher.workgroup.Sales.agents = al", "usher.workgroup.sales.x = 1");

        assertEquals(
                List.of(
                        "usher.workgroup.Sales.agents: \"al\" belongs to no workgroup of usher.workgroups; it is ignored."),
                names.problems().stream().map(SettingsProblem::sentence).toList());
    }

    @Test
    void aPropertyBelongsToTheLongestName() {
        var names = names("usher.workgroups = sales, sales.eu");

        assertEquals(Optional.of("sales"), names.owner("usher.workgroup.sales.queue.X.cap"));
        assertEquals(Optional.of("sales.eu"), names.owner("usher.workgroup.sales.eu.queue.X.cap"));
        assertEquals(Optional.of("sales"), names.owner("usher.workgroup.sales.europe"));
        assertEquals(Optional.empty(), names.owner("usher.workgroup.sales"));
        assertEquals(Optional.empty(), names.owner("usher.workgroup.salesman.agents"));
    }

    @Test
    void aDeletedPropertyTouchesWhatIsBelowIt() {
        var names = names("usher.workgroups = sales, sales.eu, support");

        assertEquals(List.of("sales"), names.touchedBy("usher.workgroup.sales.agents"));
        assertEquals(List.of("sales", "sales.eu"), names.touchedBy("usher.workgroup.sal"));
        assertEquals(List.of("sales", "sales.eu"), names.touchedBy("usher.workgroup.sales.e"));
        assertEquals(List.of(), names.touchedBy("usher.workgroups"));
    }
}
