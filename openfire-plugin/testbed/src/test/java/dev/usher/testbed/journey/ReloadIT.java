package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jivesoftware.database.DbConnectionManager;
import org.jivesoftware.openfire.XMPPServer;
import org.jivesoftware.openfire.component.InternalComponentManager;
import org.jivesoftware.openfire.container.PluginManager;
import org.jivesoftware.util.JiveGlobals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xmpp.component.Component;
import org.xmpp.component.ComponentManager;
import org.xmpp.packet.JID;
import org.xmpp.packet.Packet;

/** The plugin taken out of the running server and put back, as the console does it. */
class ReloadIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String OFFER_TIMEOUT = "usher.workgroup.demo.offerTimeout";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JID SERVICE = new JID(null, "workgroup." + UsherServer.DOMAIN, null);

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void leaveThePluginLoaded() throws Exception {
        if (!isServing()) {
            unload();
            load();
            assertThat(isServing()).isTrue();
        }
    }

    @Test
    void aPluginThatIsTakenOutLeavesNoThreadBehindAndGoesOnWhereItWasWhenItIsPutBack() throws Exception {
        // Longer than Openfire takes to notice that a plugin is gone, and there again.
        JiveGlobals.setProperty(OFFER_TIMEOUT, "120");
        try (var alice = SmackAgent.online(usher, "alice");
                var romeo = RawClient.anonymous(usher);
                var juliet = RawClient.anonymous(usher)) {
            join(romeo);
            var offer = alice.awaitOffer();
            var room = alice.accept(offer, "Alice");
            enter(romeo, offer.getSessionID());
            join(juliet);
            var next = alice.awaitOffer();
            assertThat(ourThreads()).isNotEmpty();

            unload();
            assertThat(isThere()).isFalse();
            assertThat(chatPage()).isEqualTo(404);
            await(() -> ourThreads().isEmpty(), "the threads' end");
            assertThat(room.isJoined()).isTrue();

            long logged = Files.size(usher.config().log());
            load();
            assertThat(isServing()).isTrue();
            juliet.await("<position>1</position>");
            await(() -> logSince(logged).contains("opened visit=" + offer.getSessionID()), "the channel's return");
            var drive = alice.drive(offer.getSessionID(), "https://shop.test/");
            romeo.await("<drive [^>]*id=\"" + drive);
            alice.accept(next, "Alice");
            juliet.await("<invite ");
        } finally {
            JiveGlobals.deleteProperty(OFFER_TIMEOUT);
        }
    }

    @Test
    void withoutItsTablesThePluginSaysWhatToDoAndDoesNotStart() throws Exception {
        unload();
        setSchemaVersion(99);
        long logged = Files.size(usher.config().log());
        try {
            load();
            await(() -> logSince(logged).contains("not-started Usher's tables are of version 99"), "a line in the log");
            assertThat(isThere()).isFalse();
            assertThat(ourThreads()).isEmpty();
        } finally {
            setSchemaVersion(1);
        }
    }

    /** As if a newer Usher had been here before. */
    private static void setSchemaVersion(int version) throws SQLException {
        try (var connection = DbConnectionManager.getConnection();
                var update = connection.prepareStatement("UPDATE ofVersion SET version = ? WHERE name = 'usher'")) {
            update.setInt(1, version);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void enter(RawClient romeo, String session) throws IOException {
        var room = session + "@conference." + UsherServer.DOMAIN;
        romeo.await("<invite ");
        romeo.send("<presence to='" + room + "/Romeo'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
        romeo.await("from=\"" + room + "/Romeo\"");
    }

    @Test
    void whereAnotherComponentHoldsTheAddressThePluginSaysSoAndDoesNotStart() throws Exception {
        unload();
        var fastpath = new Fastpath();
        InternalComponentManager.getInstance().addComponent("workgroup", fastpath);
        long logged = Files.size(usher.config().log());
        try {
            load();
            await(
                    () -> logSince(logged).contains("not-started Another component holds " + SERVICE),
                    "a line in the log");
            assertThat(chatPage()).isEqualTo(404);
            assertThat(ourThreads()).isEmpty();
        } finally {
            InternalComponentManager.getInstance().removeComponent("workgroup", fastpath);
        }
    }

    private static void join(RawClient romeo) throws IOException {
        romeo.send("<iq type='set' id='join' to='" + SmackAgent.WORKGROUP
                + "'><join-queue xmlns='http://jabber.org/protocol/workgroup'/></iq>");
        assertThat(romeo.awaitStanza("join")).contains("type=\"result\"");
    }

    private static void unload() {
        plugins().deletePlugin("usher");
        assertThat(usher.config().home().resolve("plugins/usher")).doesNotExist();
    }

    private static void load() throws IOException {
        try (var jar = Files.newInputStream(usher.config().plugin().orElseThrow())) {
            assertThat(plugins().installPlugin(jar, "usher.jar")).isTrue();
        }
    }

    private static PluginManager plugins() {
        return XMPPServer.getInstance().getPluginManager();
    }

    private boolean isServing() {
        return isThere() && chatPage() == 200;
    }

    private static boolean isThere() {
        return InternalComponentManager.getInstance().hasComponent(SERVICE);
    }

    private int chatPage() {
        try {
            var request = HttpRequest.newBuilder(URI.create(usher.openfire().webAddress() + "/usher/c/demo"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("usher-"))
                .toList();
    }

    private static String logSince(long length) {
        try {
            return Files.readString(usher.config().log()).substring((int) length);
        } catch (IOException e) {
            return "";
        }
    }

    private static void await(BooleanSupplier condition, String what) {
        Poll.until(condition, PATIENCE, () -> "Waited in vain for " + what);
    }

    /** Stands where Fastpath would. */
    private static final class Fastpath implements Component {
        @Override
        public String getName() {
            return "Fastpath";
        }

        @Override
        public String getDescription() {
            return "Holds the address";
        }

        @Override
        public void processPacket(Packet packet) {}

        @Override
        public void initialize(JID jid, ComponentManager manager) {}

        @Override
        public void start() {}

        @Override
        public void shutdown() {}
    }
}
