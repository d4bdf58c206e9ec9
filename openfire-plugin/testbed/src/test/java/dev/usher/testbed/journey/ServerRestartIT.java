package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.Directories;
import dev.usher.testbed.Loopback;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.kill.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The server goes away and comes back, at the same address and on the same data, while one customer talks with the agent
 * and two wait: they stay where they are, and nobody does anything for it but the agent, who logs in again.
 */
class ServerRestartIT {
    private static final Path PLUGIN = Path.of(System.getProperty("usher.plugin.jar", "target/plugin/usher.jar"));

    private interface End {
        void of(ServerProcess server) throws Exception;
    }

    @Test
    void everybodyIsWhereTheyWereAfterTheServerWasStopped() throws Exception {
        everybodyIsWhereTheyWereAfter(ServerProcess::stop);
    }

    @Test
    void everybodyIsWhereTheyWereAfterTheServerWasKilled() throws Exception {
        everybodyIsWhereTheyWereAfter(ServerProcess::close);
    }

    private static void everybodyIsWhereTheyWereAfter(End end) throws Exception {
        var home = Files.createTempDirectory(Files.createDirectories(Path.of("target/restart")), "home");
        var ports = Loopback.freePorts(3);
        try (var site = TargetSite.open();
                var browser = CustomerBrowser.open()) {
            var talking = browser.page();
            var first = browser.context().newPage();
            var second = browser.context().newPage();
            var talk = new Watch(browser, talking);
            var firstPlace = new Watch(browser, first);
            var secondPlace = new Watch(browser, second);
            String session;
            try (var server = ServerProcess.start(home, PLUGIN, ports);
                    var alice = SmackAgent.online(ports.get(0), "alice")) {
                begin(talking, ports.get(1));
                var offer = alice.awaitOffer();
                session = offer.getSessionID();
                var room = alice.accept(offer, "Alice");
                room.sendMessage("Here I am.");
                talk.awaitText("Here I am.");
                begin(first, ports.get(1));
                firstPlace.awaitText("You are number 1 in the line");
                begin(second, ports.get(1));
                secondPlace.awaitText("You are number 2 in the line");
                talk.awaitNoGesture();
                alice.awaitReport(alice.drive(session, site.address("other.test", "/before")), "arrived");

                end.of(server);
            }
            for (var watch : new Watch[] {talk, firstPlace, secondPlace}) {
                watch.awaitText("The connection is lost.");
            }
            say(talking, "Can you hear me?");
            talk.awaitNoGesture();

            try (var again = ServerProcess.start(home, PLUGIN, ports);
                    var alice = SmackAgent.online(ports.get(0), "alice")) {
                var room = alice.enter(session, "Alice");
                alice.awaitHeard("Romeo: Can you hear me?");
                room.sendMessage("Now I can.");
                talk.awaitText("Now I can.");
                for (var watch : new Watch[] {talk, firstPlace, secondPlace}) {
                    watch.awaitNoText("The connection is lost.");
                }
                assertThat(firstPlace.text()).contains("You are number 1 in the line");
                assertThat(secondPlace.text()).contains("You are number 2 in the line");
                assertThat(talk.text())
                        .containsOnlyOnce("Here I am.")
                        .containsOnlyOnce("Can you hear me?")
                        .containsOnlyOnce("Now I can.");
                assertThat(alice.allHeard())
                        .filteredOn("Romeo: Can you hear me?"::equals)
                        .hasSize(1);

                alice.awaitReport(alice.drive(session, site.address("other.test", "/after")), "arrived");
                talk.awaitWindow(site.address("other.test", "/after"));
                assertThat(site.requests())
                        .extracting(TargetSite.Request::path)
                        .filteredOn(path -> !path.equals("/favicon.ico"))
                        .containsExactly("/before", "/after");

                alice.accept(alice.awaitOffer(), "Alice").sendMessage("Your turn.");
                firstPlace.awaitText("Your turn.");
                secondPlace.awaitText("You are number 1 in the line");
                room.leave();
                talk.awaitText("ended");
                again.stop();
            }
        }
        // Kept when anything is wrong: the log tells what the server thought.
        Directories.delete(home);
    }

    private static void begin(Page chat, int port) {
        chat.navigate("http://chat.test:" + port + "/usher/c/demo");
        Visit.startChat(chat);
    }

    private static void say(Page chat, String text) {
        chat.getByLabel("Message").fill(text);
        chat.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();
    }
}
