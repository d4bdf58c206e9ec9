package dev.usher.openfire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as one network address. */
class NetworkAddressTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9%eth0, 2001:db8:1:2:0:0:0:0/64",
        "fe80::1%no-such-0, fe80:0:0:0:0:0:0:1",
        "fe80::2, fe80:0:0:0:0:0:0:2",
        "127.0.0.1, ''",
        "127.9.9.9, ''",
        "::1, ''",
        "::, ''",
        "0.0.0.0, ''",
    })
    void aNetworkIsOneCustomers(String address, String network) {
        assertEquals(network, NetworkAddress.network(address));
    }

    @ParameterizedTest
    @CsvSource({"example.org", "dead.beef", "face", "1.2.3", "1.2.3.256", "1:2", ":", "1.2.3.4:80", "''", ","})
    void whatIsNoAddressIsNotLookedUp(String address) {
        assertEquals("", NetworkAddress.network(address));
    }

    @Test
    void anAddressIsTheSameHoweverItIsWritten() {
        assertEquals(true, NetworkAddress.isSame("2001:DB8::1", "2001:db8:0:0:0:0:0:1"));
        assertEquals(true, NetworkAddress.isSame("::ffff:10.0.0.5", "10.0.0.5"));
        assertEquals(false, NetworkAddress.isSame("10.0.0.5", "10.0.0.6"));
        assertEquals(false, NetworkAddress.isSame("proxy", "proxy"));
    }
}
