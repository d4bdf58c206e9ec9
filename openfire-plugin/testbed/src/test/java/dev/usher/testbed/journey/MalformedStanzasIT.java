package dev.usher.testbed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.testbed.ground.RawClient;
import dev.usher.testbed.ground.UsherServer;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong gets the error that fits, from the real server, and leaves no stack trace in its log. */
class MalformedStanzasIT {
    @RegisterExtension
    static final UsherServer usher = new UsherServer();

    private static final String J = "http://jabber.org/protocol/workgroup";
    private static final String DRIVE = "urn:usher:drive:1";
    private static long logLength;

    private RawClient romeo;

    @BeforeAll
    static void noteLog() throws IOException {
        logLength = Files.size(usher.config().log());
    }

    @BeforeEach
    void connect() throws IOException {
        romeo = RawClient.anonymous(usher);
    }

    @AfterEach
    void disconnect() throws IOException {
        romeo.close();
    }

    @AfterAll
    static void theLogHasNoStackTrace() throws IOException {
        var log = Files.readString(usher.config().log());
        assertThat(log.substring((int) logLength)).doesNotContain("\n\tat ").doesNotContain("Exception");
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            set | <drive xmlns='urn:usher:drive:1'/>                                     | bad-request
            set | <drive xmlns='urn:usher:drive:1' session='s'/>                         | bad-request
            set | <drive xmlns='urn:usher:drive:1' url='https://x.test/'/>               | bad-request
            set | <drive xmlns='urn:usher:drive:1' session='s' url='https://x.test/' expires='soon'/> | bad-request
            set | <drive xmlns='urn:usher:drive:1' session='s' url='https://x.test/'/>   | forbidden
            get | <drive xmlns='urn:usher:drive:1' session='s' url='https://x.test/'/>   | service-unavailable
            set | <drive xmlns='urn:usher:drive:9' session='s' url='https://x.test/'/>   | service-unavailable
            set | <offer-accept xmlns='http://jabber.org/protocol/workgroup'/>           | bad-request
            set | <offer-accept xmlns='http://jabber.org/protocol/workgroup' id='nope'/> | not-acceptable
            set | <offer-reject xmlns='http://jabber.org/protocol/workgroup' id=''/>     | not-acceptable
            set | <depart-queue xmlns='http://jabber.org/protocol/workgroup'/>           | item-not-found
            set | <join-queue xmlns='http://jabber.org/protocol/workgroup'><x xmlns='jabber:x:data' type='submit'><field><value>1</value></field></x></join-queue> | bad-request
            set | <workgroup-form xmlns='http://jivesoftware.com/protocol/workgroup'/>   | service-unavailable
            set | <anything xmlns='urn:example:unknown'/>                                | service-unavailable
            """)
    void aRequestThatIsWrongIsAnswered(String type, String payload, String condition) throws IOException {
        romeo.send("<iq type='" + type + "' id='wrong' to='" + SmackAgent.WORKGROUP + "'>" + payload + "</iq>");

        assertThat(romeo.awaitStanza("wrong")).contains("type=\"error\"").contains("<" + condition + " ");
    }

    @Test
    void anAnswerOf64KilobytesIsTooLong() throws IOException {
        romeo.send("<iq type='set' id='long' to='" + SmackAgent.WORKGROUP + "'><join-queue xmlns='" + J
                + "'><x xmlns='jabber:x:data' type='submit'><field var='question'><value>" + "x".repeat(65_536)
                + "</value></field></x></join-queue></iq>");

        assertThat(romeo.awaitStanza("long")).contains("<not-acceptable ").contains("4000 characters");
    }

    @Test
    void anUnknownWorkgroupIsNotFound() throws IOException {
        romeo.send("<iq type='set' id='where' to='nowhere@" + SmackAgent.WORKGROUP.getDomain() + "'><join-queue xmlns='"
                + J + "'/></iq>");

        assertThat(romeo.awaitStanza("where")).contains("<item-not-found ");
    }

    @Test
    void anAckWithoutAStateOrOfAStrangerIsRefused() throws IOException {
        romeo.send(ack("mute", ""));
        assertThat(romeo.awaitStanza("mute")).contains("<bad-request ");

        romeo.send(ack("odd", "state='teleported'"));
        assertThat(romeo.awaitStanza("odd")).contains("<bad-request ");

        romeo.send(ack("stranger", "state='arrived'"));
        assertThat(romeo.awaitStanza("stranger")).contains("<forbidden ");
    }

    @Test
    void presenceOfWhoIsNoAgentIsRefused() throws IOException {
        romeo.send(
                "<presence id='agent' to='" + SmackAgent.WORKGROUP + "'><agent-status xmlns='" + J + "'/></presence>");

        assertThat(romeo.awaitStanza("agent")).contains("<not-authorized ");
    }

    private static String ack(String id, String attributes) {
        return "<message id='" + id + "' to='" + SmackAgent.WORKGROUP + "'><ack xmlns='" + DRIVE
                + "' session='s' drive='d' " + attributes + "/></message>";
    }
}
