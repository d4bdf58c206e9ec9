package dev.usher.openfire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What counts as one network address. Nothing is ever looked up: a text that is no address is none. */
final class NetworkAddress {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*(%[\\w.-]+)?");
    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /**
     * An IPv4 address as it is, and the first half of an IPv6 address (/64): a customer is given that much, and could come
     * from another address within it each time. Empty for this machine itself, and for what is no address.
     */
    static String network(String address) {
        var parsed = parse(address).orElse(null);
        if (parsed == null || parsed.isLoopbackAddress() || parsed.isAnyLocalAddress()) {
            return "";
        }
        // All the machines on a wire share the first half of their link-local addresses.
        return parsed instanceof Inet6Address && !parsed.isLinkLocalAddress()
                ? firstHalf(parsed.getAddress())
                : withoutZone(parsed);
    }

    static boolean isThisMachine(String address) {
        return parse(address).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** Whether two texts are the same address, however it is written. */
    static boolean isSame(String one, String other) {
        var parsed = parse(one);
        return parsed.isPresent() && parsed.equals(parse(other));
    }

    private static Optional<InetAddress> parse(String address) {
        if (address == null
                || !IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            // The zone (%eth0) is this machine's affair, and unknown to it if it came from elsewhere.
            return Optional.of(InetAddress.getByName(address.replaceFirst("%.*", "")));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String firstHalf(byte[] address) {
        Arrays.fill(address, NETWORK_BYTES, address.length, (byte) 0);
        try {
            return InetAddress.getByAddress(address).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new AssertionError("an IPv6 address has 16 bytes", e);
        }
    }

    private static String withoutZone(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
