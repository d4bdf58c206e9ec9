package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import org.jivesoftware.openfire.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a customer's connection comes from, as far as it is known. */
class ClientAddressesTest {
    private static final String ROMEO = "romeo@example.org/garden";

    private final PropertySheet properties =
            new PropertySheet().with("usher.web.proxies", "10.0.0.5, 2001:DB8::5,, proxy.example.org");

    private String addressOf(String connection, Callable<String> host) {
        var session = (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (any, method, none) -> host.call());
        return new ClientAddresses(jid -> jid.toString().equals(ROMEO) ? session : null, properties).apply(connection);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "10.0.0.6, 10.0.0.6",
        "2001:db8::6, 2001:db8:0:0:0:0:0:0/64",
        "10.0.0.5, ''",
        "2001:db8:0:0:0:0:0:5, ''",
        "127.0.0.1, ''"
    })
    void itIsTheNetworkUnlessAProxysOwn(String host, String address) {
        assertEquals(address, addressOf(ROMEO, () -> host));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, '', 203.0.113.7",
        "203.0.113.7, '198.51.100.1', 203.0.113.7", // says so itself
        "10.0.0.5, '198.51.100.1', 198.51.100.1",
        "10.0.0.5, '1.1.1.1, 198.51.100.1', 198.51.100.1", // the left one is the client's invention
        "10.0.0.5, '198.51.100.1, 10.0.0.5', 198.51.100.1",
        "127.0.0.1, '198.51.100.1,127.0.0.1', 198.51.100.1",
        "[::1], '[2001:db8:1:2:3:4:5:6]', 2001:db8:1:2:0:0:0:0/64",
        "[2001:db8:1:2::9], '198.51.100.1', 2001:db8:1:2:0:0:0:0/64",
        "10.0.0.5, '', ''",
        "10.0.0.5, 'unknown', ''",
        "10.0.0.5, '198.51.100.1, unknown', ''",
        "'', '198.51.100.1', ''"
    })
    void ofARequestOnlyWhatProxiesHaveSeenIsBelieved(String host, String forwarded, String address) {
        assertEquals(address, new ClientAddresses(jid -> null, properties).ofRequest(host, forwarded));
    }

    @Test
    void whoIsNotConnectedHasNone() {
        assertEquals("", addressOf("juliet@example.org/balcony", () -> "203.0.113.7"));
        assertEquals("", addressOf("no address @", () -> "203.0.113.7"));
    }

    @Test
    void whatTheServerCannotSayIsNotKnown() {
        assertEquals("", addressOf(ROMEO, () -> {
            throw new UnknownHostException("Detached session");
        }));
        assertEquals("", addressOf(ROMEO, () -> {
            throw new IllegalStateException("the node is gone");
        }));
        assertEquals("", addressOf(ROMEO, () -> null));
    }
}
