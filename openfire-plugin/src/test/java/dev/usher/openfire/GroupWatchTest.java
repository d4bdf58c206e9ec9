package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jivesoftware.openfire.group.Group;
import org.junit.jupiter.api.Test;

/** What happens to a group, and which names it concerns. */
class GroupWatchTest {
    private final List<String> told = new ArrayList<>();
    private final GroupWatch watch =
            new GroupWatch(name -> told.add(name + " changed"), name -> told.add(name + " goes"));

    private static Group called(String name) {
        return new Group() {
            @Override
            public String getName() {
                return name;
            }
        };
    }

    @Test
    void membersAndAdminsComeAndGo() {
        var evening = called("evening");
        watch.groupCreated(evening, Map.of());
        watch.memberAdded(evening, Map.of("member", "alice@example.org"));
        watch.memberRemoved(evening, Map.of("member", "alice@example.org"));
        watch.adminAdded(evening, Map.of("admin", "alice@example.org"));
        watch.adminRemoved(evening, Map.of("admin", "alice@example.org"));

        assertEquals(Collections.nCopies(5, "evening changed"), told);
    }

    @Test
    void aGroupGoesBeforeItIsGone() {
        watch.groupDeleting(called("evening"), Map.of());

        assertEquals(List.of("evening goes"), told);
    }

    @Test
    void aRenamedGroupIsMissedUnderItsOldName() {
        watch.groupModified(called("night"), Map.of("type", "nameModified", "originalValue", "evening"));

        assertEquals(List.of("evening changed", "night changed"), told);
    }

    @Test
    void aDescriptionConcernsNobody() {
        watch.groupModified(called("evening"), Map.of("type", "descriptionModified", "originalValue", "late"));

        assertEquals(List.of(), told);
    }
}
