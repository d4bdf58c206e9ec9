package dev.usher.drive;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a browser may be led: http and https, on the parsed URL and never by its first characters. It is stricter than
 * the WHATWG URL parser of browsers on purpose: what that parser would have to repair about the scheme or the host (a
 * backslash, a space, a missing slash, a number for a host) is refused, so that server and browser cannot read one text
 * in two ways.
 */
public final class DrivePolicy {
    /** In characters. Longer addresses are cut or refused somewhere between agent and site. */
    public static final int MAX_LENGTH = 8_000;

    /** ß, ς and the two joiners: IDNA 2003, which the JDK has, maps them to other names than browsers do. */
    private static final String IDNA_DEVIATIONS = "\u00df\u03c2\u200c\u200d";

    private final Set<String> ownOrigins;

    /** @param ownOrigins where the chat itself is served, as {@code scheme://host:port} in lower case, port included */
    public DrivePolicy(Set<String> ownOrigins) {
        this.ownOrigins = Set.copyOf(ownOrigins);
    }

    /** Either the URL to drive to, absolute and in ASCII, or why not. */
    public sealed interface Verdict {
        record Allowed(String url) implements Verdict {}

        record Refused(UrlRefusal why) implements Verdict {}
    }

    public Verdict judge(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Verdict.Refused(UrlRefusal.TOO_LONG);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return new Verdict.Refused(UrlRefusal.MALFORMED); // half of a surrogate pair: no URL can carry it
        }
        URI uri;
        try {
            uri = new URI(UrlTail.encodeIn(text));
        } catch (URISyntaxException e) {
            return new Verdict.Refused(unreadable(text));
        }
        if (uri.getScheme() == null) {
            return new Verdict.Refused(UrlRefusal.MALFORMED);
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Verdict.Refused(UrlRefusal.SCHEME);
        }
        if (uri.isOpaque() || uri.getRawAuthority() == null) {
            return new Verdict.Refused(UrlRefusal.MALFORMED);
        }
        return judgeAuthority(scheme, uri);
    }

    private Verdict judgeAuthority(String scheme, URI uri) {
        var authority = uri.getRawAuthority();
        if (authority.indexOf('@') >= 0) {
            return new Verdict.Refused(UrlRefusal.CREDENTIALS);
        }
        var server = Server.read(authority);
        if (server == null) {
            return new Verdict.Refused(UrlRefusal.HOST);
        }
        int port = server.port() >= 0 ? server.port() : scheme.equals("https") ? 443 : 80;
        if (ownOrigins.contains(scheme + "://" + server.sameHost() + ":" + port)) {
            return new Verdict.Refused(UrlRefusal.OWN_ORIGIN);
        }
        var url = new StringBuilder(scheme).append("://").append(server.host());
        if (server.port() >= 0) {
            url.append(':').append(server.port());
        }
        url.append(uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
        if (uri.getRawQuery() != null) {
            url.append('?').append(uri.getRawQuery());
        }
        if (uri.getRawFragment() != null) {
            url.append('#').append(uri.getRawFragment());
        }
        return url.length() > MAX_LENGTH
                ? new Verdict.Refused(UrlRefusal.TOO_LONG)
                : new Verdict.Allowed(url.toString());
    }

    /** A text that is no URI at all still deserves the truer of two reasons: its scheme, when that can be told. */
    private static UrlRefusal unreadable(String text) {
        var visible = text.replaceAll("[\\p{Cntrl}\\p{Z}\\s]", "").toLowerCase(Locale.ROOT);
        int colon = visible.indexOf(':');
        boolean hasScheme = colon > 0 && visible.substring(0, colon).matches("[a-z][a-z0-9+.-]*");
        if (!hasScheme) {
            return UrlRefusal.MALFORMED;
        }
        var scheme = visible.substring(0, colon);
        return scheme.equals("http") || scheme.equals("https") ? UrlRefusal.MALFORMED : UrlRefusal.SCHEME;
    }

    /** A host in ASCII and a port, -1 where none is given. */
    private record Server(String host, int port) {
        /** Without the dot at the end, which names the same machine and is no way around anything. */
        String sameHost() {
            return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        }

        private static final Pattern PORT = Pattern.compile("[0-9]{0,5}");
        /** What browsers take for a number, however it is written: 2130706433 and 0x7f.1 are 127.0.0.1 to them. */
        private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(^|\\.)([0-9]+|0x[0-9a-f]*)\\.?$");
        /** The one way to write it that all read alike: a leading zero means octal to browsers. */
        private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

        static Server read(String authority) {
            int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
            var host = colon < 0 ? authority : authority.substring(0, colon);
            var port = colon < 0 ? "" : authority.substring(colon + 1);
            if (!PORT.matcher(port).matches()) {
                return null; // a sign, or digits of another script, which parseInt would take
            }
            try {
                int number = port.isEmpty() ? -1 : Integer.parseInt(port);
                if (number > 65_535 || number == 0) {
                    return null;
                }
                return ofHost(host, number);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private static Server ofHost(String host, int port) {
            if (host.chars().anyMatch(c -> IDNA_DEVIATIONS.indexOf(c) >= 0) || host.indexOf('%') >= 0) {
                return null;
            }
            var ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
            // URI's own grammar says what a host is: letters, four numbers, or an IPv6 address in brackets.
            var read = URI.create("http://" + ascii + "/").getHost();
            if (read == null) {
                return null;
            }
            var name = read.toLowerCase(Locale.ROOT);
            boolean isAmbiguous =
                    ENDS_IN_NUMBER.matcher(name).find() && !IPV4.matcher(name).matches();
            return isAmbiguous ? null : new Server(name, port);
        }
    }
}
