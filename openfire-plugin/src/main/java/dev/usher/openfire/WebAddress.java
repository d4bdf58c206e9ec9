package dev.usher.openfire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses of the web, as an admin writes them. */
final class WebAddress {
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

    /** Null if it is none. */
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
