package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jivesoftware.openfire.http.HttpBindManager;
import org.jivesoftware.openfire.muc.MUCRole;
import org.jivesoftware.openfire.session.ClientSession;
import org.junit.jupiter.api.Test;

/** One binary for Openfire 4.2.0 and 5.x: the plugin, compiled against the one, uses nothing that the other lacks. */
class RemovedApiTest {
    /** Uses a method that is gone, to prove that it is found. */
    static final class UsesRemovedMethod {
        static int port() {
            return HttpBindManager.getInstance().getHttpBindUnsecurePort();
        }
    }

    /** Names a class that is gone in a descriptor, and nowhere else. */
    interface UsesRemovedClass {
        List<MUCRole> occupants();
    }

    /** Calls what is inherited from an interface, by the name of the one that inherits it. */
    static final class UsesWhatStayed {
        static String address(ClientSession session) {
            return session.getAddress() + HttpBindManager.getInstance().toString();
        }
    }

    private final RemovedApi removed;

    RemovedApiTest() throws IOException {
        try (var list = RemovedApiTest.class.getResourceAsStream("openfire-5.1.1-removed-api.txt")) {
            removed = new RemovedApi(list);
        }
    }

    @Test
    void thePluginUsesNothingThatIsGone() throws IOException {
        var used = new TreeMap<String, List<String>>();
        var read = 0;
        var root = Path.of("target", "classes");
        try (var files = Files.walk(root)) {
            for (var file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class"))::iterator) {
                try (var in = Files.newInputStream(file)) {
                    read++;
                    var gone = removed.usedBy(in);
                    if (!gone.isEmpty()) {
                        used.put(root.relativize(file).toString(), gone);
                    }
                }
            }
        }

        assertThat(read).as("classes read").isGreaterThan(50);
        assertThat(used).isEmpty();
    }

    @Test
    void aRemovedMethodIsFound() throws IOException {
        assertEquals(
                List.of("org.jivesoftware.openfire.http.HttpBindManager#getHttpBindUnsecurePort ()I"),
                usedBy(UsesRemovedMethod.class));
    }

    @Test
    void aRemovedClassIsFound() throws IOException {
        assertEquals(List.of("org.jivesoftware.openfire.muc.MUCRole"), usedBy(UsesRemovedClass.class));
    }

    @Test
    void whatStayedIsNotBlamed() throws IOException {
        assertEquals(List.of(), usedBy(UsesWhatStayed.class));
    }

    @Test
    void theListIsReadToItsEnd() {
        assertThat(removed.size()).isGreaterThan(750);
    }

    private List<String> usedBy(Class<?> type) throws IOException {
        try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return removed.usedBy(in);
        }
    }
}
