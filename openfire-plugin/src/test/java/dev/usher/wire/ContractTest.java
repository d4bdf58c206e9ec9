package dev.usher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.desk.Order;
import dev.usher.routing.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No example is forgotten, and no command of the workgroup is without somebody who gives it. */
class ContractTest {
    /** What rooms deliver to others: the plugin neither reads nor writes it. The plays see it come about. */
    private static final List<String> WRITTEN_BY_THE_ROOM = List.of(
            "invitation-agent",
            "invitation-customer",
            "invitation-monitor",
            "drive-delivered",
            "channel-ended",
            "channel-shutdown-customer");

    /** What customers ask the server, and who takes files: the plugin has no part in it. */
    private static final List<String> OF_THE_SERVER =
            List.of("upload-items-get", "upload-info-get", "upload-slot-get", "upload-slot-result");

    /** What people say to a room, and hear from it: the plugin lets it pass. */
    private static final List<String> BETWEEN_PEOPLE = List.of(
            "channel-say",
            "channel-say-file",
            "said-shown",
            "typing-composing",
            "typing-paused",
            "typing-active",
            "typing-shown",
            "typing-by-agent",
            "seen",
            "seen-shown",
            "seen-by-agent");

    /** What no stanza of a person says: the switch says it to itself, one workgroup to another, or the server. */
    private static final Set<Class<?>> NOT_BY_STANZA = Set.of(
            Command.LeaveMessage.class, // over HTTP
            Command.Rate.class, // over HTTP
            Command.ConfirmMessage.class,
            Command.Run.class,
            Command.CallBack.class,
            Command.Lend.class,
            Command.Decline.class,
            Command.AskAgain.class,
            Command.KeepLent.class,
            Command.Restore.class,
            Command.FailChannel.class,
            Command.Vanish.class,
            Command.Follow.class,
            Command.End.class,
            Command.Configure.class,
            Command.Tick.class);

    @Test
    void everyExampleIsReadOrWrittenByUsOrBelongsToTheRoom() {
        var known = new ArrayList<String>(WRITTEN_BY_THE_ROOM);
        known.addAll(BETWEEN_PEOPLE);
        known.addAll(OF_THE_SERVER);
        known.addAll(GoldenInputTest.UNHEARD);
        known.addAll(GoldenInputTest.REQUESTS.keySet());
        known.addAll(GoldenInputTest.ROOM.keySet());
        known.addAll(ReturnPlayTest.SHUTDOWN);
        known.addAll(GoldenInputTest.QUESTIONS);
        known.addAll(GoldenInputTest.CONTACT);
        known.addAll(GoldenOutputTest.STANZAS.keySet());
        known.addAll(VisitHistoryTest.REQUESTS);
        known.addAll(VisitHistoryTest.ANSWERS.keySet());
        known.addAll(GoldenHistoryTest.QUESTIONS);
        known.addAll(GoldenHistoryTest.REQUESTS.keySet());
        known.addAll(GoldenHistoryTest.ANSWERS.keySet());
        known.addAll(EntryFormPlayTest.EXAMPLES);
        AgentToolsPlayTest.EXAMPLES.forEach(known::addAll);
        known.addAll(AgentToolsPlayTest.MORE_ANSWERS);

        assertThat(known).doesNotHaveDuplicates();
        assertEquals(Examples.names(), new TreeSet<>(known));
    }

    @Test
    void everyCommandComesFromAnExampleOrFromTheSwitchItself() {
        var given = new HashSet<Class<?>>(NOT_BY_STANZA);
        GoldenInputTest.REQUESTS.values().forEach(decoded -> {
            if (decoded instanceof Decoded.ForDesk forDesk && forDesk.order() instanceof Order.Route route) {
                given.add(route.command().getClass());
            }
        });
        GoldenInputTest.ROOM.values().forEach(heard -> {
            if (heard instanceof Command command) {
                given.add(command.getClass());
            }
        });

        given.add(GoldenHistoryTest.WRITTEN_DOWN.getClass());

        assertEquals(Set.of(Command.class.getPermittedSubclasses()), given);
    }
}
