package dev.usher.openfire;

import dev.usher.desk.Logo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** A picture as a {@code data:} address. */
final class LogoText {
    /** In characters: MySQL keeps no more than 65,535 in a property. */
    static final int LONGEST = 65_000;

    private static final Pattern DATA =
            Pattern.compile("data:image/(svg\\+xml|png|jpeg|webp);base64,([A-Za-z0-9+/=\\s]+)");

    private LogoText() {}

    static Logo parse(String text) throws Unreadable {
        if (text.length() > LONGEST) {
            throw new Unreadable("is longer than " + LONGEST + " characters; make the picture smaller");
        }
        var data = DATA.matcher(text);
        if (!data.matches()) {
            throw new Unreadable("is not like data:image/png;base64,… (svg+xml, png, jpeg or webp)");
        }
        var base64 = data.group(2).replaceAll("\\s", "");
        try {
            if (!isA(data.group(1), Base64.getDecoder().decode(base64))) {
                throw new Unreadable("is no picture of the type image/" + data.group(1));
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable("is not complete base64; copy it once more");
        }
        return new Logo("image/" + data.group(1), base64);
    }

    private static boolean isA(String type, byte[] bytes) {
        return switch (type) {
            case "png" -> startsWith(bytes, 0, 0x89, 'P', 'N', 'G');
            case "jpeg" -> startsWith(bytes, 0, 0xFF, 0xD8, 0xFF);
            case "webp" -> startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P');
            default -> new String(bytes, StandardCharsets.UTF_8).contains("<svg");
        };
    }

    private static boolean startsWith(byte[] bytes, int at, int... wanted) {
        var start = new byte[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            start[i] = (byte) wanted[i];
        }
        return bytes.length >= at + start.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }
}
