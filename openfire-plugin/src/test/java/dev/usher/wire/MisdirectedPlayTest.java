package dev.usher.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.usher.routing.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nurse serves in two workgroups over one connection, and her client answers the wrong one. */
class MisdirectedPlayTest {
    private final Play play = new Play();

    @BeforeEach
    void nurseServesInBoth() {
        play.reception.configure("help", settings());
        play.nurse.sends("agent-online");
        play.nurse.says(toHelp("agent-online"));
        play.romeo.sends("join-queue").forgets();
        play.nurse.forgets();
    }

    private static Settings settings() {
        return Play.settings("nurse@example.org", "peter@example.org");
    }

    private static String toHelp(String example) {
        return Examples.text(example).replace("to='demo@", "to='help@");
    }

    private static String fromHelp(String example) {
        return Examples.text(example).replace("from='demo@", "from='help@");
    }

    private void bothAreIn() {
        play.nurse.says(toHelp("offer-accept")).enters();
        play.romeo.enters();
        play.nurse.forgets();
        play.romeo.forgets();
    }

    @Test
    void anAcceptIsCarriedOutByTheWorkgroupThatAsked() {
        play.nurse.says(toHelp("offer-accept"));

        play.nurse.receivesStanzas(fromHelp("offer-accept-result"), Examples.text("invitation-agent"));
    }

    @Test
    void aRejectionIsHeardByTheWorkgroupThatAsked() {
        play.nurse.says(toHelp("offer-reject"));
        play.nurse.receivesStanzas(fromHelp("offer-reject-result"));

        play.friar.sends("agent-online");
        assertEquals(1, play.friar.count("offer"));
    }

    @Test
    void whatIsAskedInNoWorkgroupIsAnsweredByTheOneThatIsAddressed() {
        play.romeo.sends("depart-queue");
        play.nurse.forgets();

        play.nurse.says(toHelp("offer-accept"));

        play.nurse.receivesStanzas(fromHelp("offer-accept-late"));
    }

    @Test
    void aTransferIsCarriedOutByTheWorkgroupInWhoseChannelTheAgentIs() {
        bothAreIn();
        play.friar.sends("agent-online").forgets();

        play.nurse.says(toHelp("transfer-to-agent"));

        play.nurse.receivesStanzas(fromHelp("transfer-result"));
        assertEquals(1, play.friar.count("transfer"));
    }

    @Test
    void aDriveIsCarriedOutByTheWorkgroupInWhoseChannelTheAgentIs() {
        bothAreIn();

        play.nurse.says(toHelp("drive"));

        assertEquals(1, play.romeo.count("drive"));
    }
}
