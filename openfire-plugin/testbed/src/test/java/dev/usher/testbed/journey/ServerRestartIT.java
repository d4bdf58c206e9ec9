package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.usher.testbed.Directories;
import dev.usher.testbed.Loopback;
import dev.usher.testbed.Poll;
import dev.usher.testbed.ground.CustomerBrowser;
import dev.usher.testbed.ground.TargetSite;
import dev.usher.testbed.kill.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The server goes away and comes back, at the same address and on the same data, while one customer talks with the agent
 * and two wait: they stay where they are, and nobody does anything for it but the agent, who logs in again.
 */
class ServerRestartIT {
    private static final Path PLUGIN = Path.of(System.getProperty("usher.plugin.jar", "target/plugin/usher.jar"));

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Integer> ports = Loopback.freePorts(3);

    @Test
    void everybodyIsWhereTheyWereAfterTheServerWasStoppedAndAfterItWasKilled() throws Exception {
        var home = Files.createTempDirectory(Files.createDirectories(Path.of("target/restart")), "home");
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
                    var alice = online()) {
                begin(talking);
                var offer = alice.awaitOffer();
                session = offer.getSessionID();
                alice.accept(offer, "Alice").sendMessage("Here I am.");
                talk.awaitText("Here I am.");
                begin(first);
                firstPlace.awaitText("You are number 1 in the line");
                begin(second);
                secondPlace.awaitText("You are number 2 in the line");
                leads(alice, session, talk, site.address("other.test", "/before"));
                server.stop();
            }
            speakOnceTheConnectionIsLost(talking, "Is she stopped?", talk, firstPlace, secondPlace);
            try (var server = ServerProcess.start(home, PLUGIN, ports);
                    var alice = online()) {
                alice.enter(session, "Alice").sendMessage("I was stopped.");
                hearEachOther(alice, talk, "Is she stopped?", "I was stopped.");
                keepTheirPlaces(talk, firstPlace, secondPlace);
                leads(alice, session, talk, site.address("other.test", "/stopped"));
                // Before the agent's connection is closed, which would be a leave.
                server.close();
            }
            speakOnceTheConnectionIsLost(talking, "Is she killed?", talk, firstPlace, secondPlace);
            try (var server = ServerProcess.start(home, PLUGIN, ports);
                    var alice = online()) {
                var room = alice.enter(session, "Alice");
                room.sendMessage("I was killed.");
                hearEachOther(alice, talk, "Is she killed?", "I was killed.");
                keepTheirPlaces(talk, firstPlace, secondPlace);
                leads(alice, session, talk, site.address("other.test", "/killed"));

                assertThat(talk.text())
                        .containsOnlyOnce("Here I am.")
                        .containsOnlyOnce("Is she stopped?")
                        .containsOnlyOnce("I was stopped.")
                        .containsOnlyOnce("Is she killed?")
                        .containsOnlyOnce("I was killed.");
                assertThat(site.requests())
                        .extracting(TargetSite.Request::path)
                        .filteredOn(path -> !path.equals("/favicon.ico"))
                        .containsExactly("/before", "/stopped", "/killed");
                alice.accept(alice.awaitOffer(), "Alice").sendMessage("Your turn.");
                // Whoever of them was back first is asked for first, in the other's place or not.
                Poll.until(() -> isServed(firstPlace) || isServed(secondPlace), PATIENCE, () -> "It is nobody's turn");
                (isServed(firstPlace) ? secondPlace : firstPlace).awaitText("You are number 1 in the line");
                room.leave();
                talk.awaitText("ended");
                server.stop();
            }
        }
        // Kept when anything is wrong: the log tells what the server thought.
        Directories.delete(home);
    }

    private static boolean isServed(Watch place) {
        return place.text().contains("Your turn.");
    }

    private SmackAgent online() throws Exception {
        return SmackAgent.online(ports.get(0), "alice");
    }

    private void begin(Page chat) {
        chat.navigate("http://chat.test:" + ports.get(1) + "/usher/c/demo");
        Visit.startChat(chat);
    }

    private static void speakOnceTheConnectionIsLost(Page talking, String text, Watch... all) {
        for (var watch : all) {
            watch.awaitText("The connection is lost.");
        }
        say(talking, text);
        all[0].awaitNoGesture();
    }

    private static void hearEachOther(SmackAgent alice, Watch talk, String asked, String answered) throws Exception {
        alice.awaitHeard("Romeo: " + asked);
        talk.awaitText(answered);
        assertThat(alice.allHeard())
                .filteredOn(line -> line.equals("Romeo: " + asked))
                .hasSize(1);
    }

    private static void keepTheirPlaces(Watch talk, Watch firstPlace, Watch secondPlace) {
        for (var watch : new Watch[] {talk, firstPlace, secondPlace}) {
            watch.awaitNoText("The connection is lost.");
        }
        assertThat(firstPlace.text()).contains("You are number 1 in the line");
        assertThat(secondPlace.text()).contains("You are number 2 in the line");
    }

    private static void leads(SmackAgent alice, String session, Watch talk, String target) throws Exception {
        talk.awaitNoGesture();
        alice.awaitReport(alice.drive(session, target), "arrived");
        talk.awaitWindow(target);
    }

    private static void say(Page chat, String text) {
        chat.getByLabel("Message").fill(text);
        chat.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();
    }
}
