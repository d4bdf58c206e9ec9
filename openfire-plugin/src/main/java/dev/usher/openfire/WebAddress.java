package dev.usher.openfire;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of the web, as an admin writes them. */
final class WebAddress {
    private static final Pattern PARTS = Pattern.compile("(https?://)([^/?#:@\\[]+)(.*)", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /** A page that is reached over TLS. */
    static String secure(String text) throws Unreadable {
        var uri = uri(text);
        if (uri == null || !"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new Unreadable("is not like https://www.example.org/privacy");
        }
        return uri.toASCIIString();
    }

    /** An origin as browsers write it (RFC 6454 §6.2): in small letters, without the port that goes without saying. */
    static String origin(String text) throws Unreadable {
        var uri = uri(text);
        var scheme =
                uri == null || uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isOfTheWeb = scheme.equals("https") || scheme.equals("http");
        if (!isOfTheWeb || uri.getHost() == null || uri.getRawUserInfo() != null || hasMore(uri)) {
            throw new Unreadable("is not like https://www.example.org, with nothing after it");
        }
        int port = uri.getPort();
        boolean goesWithoutSaying = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (goesWithoutSaying ? "" : ":" + port);
    }

    private static boolean hasMore(URI uri) {
        boolean hasPath = !uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/");
        return hasPath || uri.getRawQuery() != null || uri.getRawFragment() != null;
    }

    /** Null if it is none. Names in letters of all languages are written as browsers write them (RFC 5891). */
    private static URI uri(String text) {
        var parts = PARTS.matcher(text);
        try {
            return new URI(parts.matches() ? parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3) : text);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
