package dev.usher.agent.stanza;

/**
 * What XML 1.0 §2.2 lets a document contain. COMPAT: Smack escapes markup but sends illegal characters as they are,
 * and the server answers those by closing the stream.
 */
public final class LegalXml {

    /** The text without the characters that no XML can carry. */
    public static String of(String text) {
        if (text.codePoints().allMatch(LegalXml::isLegal)) {
            return text;
        }
        return text.codePoints()
                .filter(LegalXml::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }

    private LegalXml() {}
}
