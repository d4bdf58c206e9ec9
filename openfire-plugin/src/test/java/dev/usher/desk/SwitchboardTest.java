package dev.usher.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.usher.desk.Directory.Listing;
import dev.usher.routing.Command;
import dev.usher.routing.ServiceState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which desks there are, and speaking to all of them. */
class SwitchboardTest {
    private final DeskStage sales = new DeskStage(10);
    private final DeskStage help = new DeskStage(10);
    private final Switchboard<String> switchboard = new Switchboard<>(List.of(
            new Switchboard.Line<>("sales", "Sales", sales.loop), new Switchboard.Line<>("help", "Help", help.loop)));

    @Test
    void desksAreFoundByTheirNamesInTheAdminsOrder() {
        sales.loop.request(DeskStage.attend(), "agent");
        sales.executor.runAll();

        assertEquals(
                List.of(
                        new Listing("sales", "Sales", ServiceState.OPEN),
                        new Listing("help", "Help", ServiceState.CLOSED)),
                switchboard.all());
        assertEquals(Optional.of(new Listing("help", "Help", ServiceState.CLOSED)), switchboard.find("help"));
        assertEquals(Optional.empty(), switchboard.find("unknown"));
        assertEquals(Optional.of(help.loop), switchboard.desk("help"));
    }

    @Test
    void anAgentServesWhereTheAdminSaysSo() {
        assertEquals(List.of("sales", "help"), switchboard.servedBy(DeskStage.NURSE.user()));
        assertEquals(List.of(), switchboard.servedBy(DeskStage.ROMEO.user()));
    }

    @Test
    void everyDeskHearsOfAConnectionThatIsGone() {
        switchboard.report(new Command.Vanish(DeskStage.NURSE));
        sales.executor.runAll();
        help.executor.runAll();

        assertEquals(1, sales.allTold().size());
        assertEquals(1, help.allTold().size());
    }

    @Test
    void flushingIsDoneWhenTheLastDeskHasTold() {
        var closed = switchboard.flush();

        sales.executor.runAll();
        assertFalse(closed.isDone());
        help.executor.runAll();
        assertTrue(closed.isDone());
    }
}
