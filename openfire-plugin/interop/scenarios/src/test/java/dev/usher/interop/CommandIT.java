package dev.usher.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.UsherServer;
import dev.usher.testbed.ground.conformance.Operation;
import dev.usher.testbed.ground.conformance.Proves;
import java.util.Map;
import java.util.Objects;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smackx.jiveproperties.packet.JivePropertiesExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Alice types into the channel for the switch, while Romeo hears nothing of it. */
class CommandIT {
    @RegisterExtension
    static final UsherServer usher = Ground.server();

    private SmackAgent alice;
    private SmackCustomer romeo;
    private Channel atAlices;
    private Channel atRomeos;

    @BeforeEach
    void aliceTalksWithRomeo() throws Exception {
        alice = SmackAgent.online(usher, "alice");
        romeo = SmackCustomer.named(usher, "romeo");
        romeo.join("Romeo");
        atAlices = alice.accept(alice.offerOf(romeo), "Alice");
        atRomeos = romeo.enter("Romeo");
        atAlices.awaitIn("Romeo");
    }

    @AfterEach
    void everybodyGoes() throws Exception {
        romeo.close();
        alice.close();
    }

    @Test
    @Proves(Operation.GO)
    void bothReadInTheChannelWhatIsOpened() throws Exception {
        atAlices.say("/go https://shop.test/balconies");
        atRomeos.awaitHeard("demo: Alice opens https://shop.test/balconies");
        atAlices.awaitHeard("demo: Alice opens https://shop.test/balconies");
    }

    @Test
    @Proves(Operation.PUSH_URL)
    void whatSparksCoBrowserSendsIsOpened() throws Exception {
        atAlices.room()
                .sendMessage(atAlices.room()
                        .buildMessage()
                        .setBody("Start a co-browsing session with page https://shop.test/ladders")
                        .addExtension(new JivePropertiesExtension(Map.of("PUSH_URL", "https://shop.test/ladders"))));
        assertThat(atRomeos.nextHeard()).isEqualTo("demo: Alice opens https://shop.test/ladders");
    }

    @Test
    @Proves(Operation.GO_BESIDE)
    void anAddressBesideTheTextIsOpened() throws Exception {
        atAlices.room()
                .sendMessage(atAlices.room()
                        .buildMessage()
                        .setBody("These are the highest.")
                        .addExtension(StandardExtensionElement.builder("x", "jabber:x:oob")
                                .addElement("url", "https://shop.test/highest")
                                .build()));
        atRomeos.awaitHeard("demo: Alice opens https://shop.test/highest");
    }

    @Test
    @Proves(Operation.WHO)
    void theAgentReadsWhoIsHere() throws Exception {
        atAlices.say("/who");
        awaitWhisper("Here: Alice, Romeo");
        romeoHasHeardNothing();
    }

    @Test
    @Proves(Operation.TYPED_HANDOVER)
    void anotherAgentIsAskedInByName() throws Exception {
        try (var bob = SmackAgent.online(usher, "bob")) {
            atAlices.say("/invite bob\nHe knows about balconies.");
            awaitWhisper("Looking for bob.");
            bob.accept(bob.offerOf(romeo), "Bob");
            atAlices.awaitIn("Bob");
        }
        romeoHasHeardNothing();
    }

    @Test
    @Proves(Operation.TYPED_HANDOVER)
    void theVisitIsHandedOverByName() throws Exception {
        try (var bob = SmackAgent.online(usher, "bob")) {
            atAlices.say("/transfer bob");
            awaitWhisper("Looking for bob.");
            bob.accept(bob.offerOf(romeo), "Bob");
            atAlices.awaitOver();
            atRomeos.awaitIn("Bob");
        }
    }

    @Test
    @Proves(Operation.NOTE)
    void whatIsNotedIsWrittenDown() throws Exception {
        atAlices.say("/note Romeo is in love");
        awaitWhisper("Written down.");
        atAlices.say("/tag balcony");
        awaitWhisper("Written down.");
        romeoHasHeardNothing();
    }

    @Test
    @Proves(Operation.END)
    void theVisitEndsForBoth() throws Exception {
        atAlices.say("/end");
        atRomeos.awaitOver();
        atAlices.awaitOver();
    }

    @Test
    @Proves(Operation.HELP)
    void whatDoesNotExistIsNamedAndWhatDoesIsListed() throws Exception {
        atAlices.say("/dance");
        awaitWhisper("There is no /dance. /help lists the commands.");
        atAlices.say("/help");
        alice.messages()
                .takeThat(
                        message -> Objects.requireNonNullElse(message.getBody(), "")
                                .startsWith("/go ADDRESS"),
                        "that lists the commands");
        romeoHasHeardNothing();
    }

    /** A private message of the switch. */
    private void awaitWhisper(String text) throws Exception {
        var whisper = alice.messages().takeThat(message -> text.equals(message.getBody()), text);
        assertThat(whisper.getFrom().getResourceOrEmpty().toString()).isEqualTo("demo");
    }

    /** Who hears the next line has heard all before it. */
    private void romeoHasHeardNothing() throws Exception {
        atAlices.say("Hello");
        assertThat(atRomeos.nextHeard()).isEqualTo("Alice: Hello");
    }
}
