package dev.usher.testbed.ground;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream into its stanzas by counting tags. It knows what Openfire sends, and no more of XML than that: no CDATA,
 * no comments, no {@code >} in an attribute. A stream that is opened again, as after SASL, starts it afresh.
 */
final class StanzaSplitter {
    private static final String OPENING = "<stream:stream";

    private final StringBuilder open = new StringBuilder();
    private int tagStart = -1;
    private int depth;

    /** What these characters complete. */
    List<String> feed(char[] characters, int length) {
        var stanzas = new ArrayList<String>();
        for (int i = 0; i < length; i++) {
            char c = characters[i];
            if (c == '<') {
                tagStart = open.length();
            }
            open.append(c);
            if (c == '>' && tagStart >= 0 && endsStanza()) {
                stanzas.add(open.toString());
                open.setLength(0);
            }
        }
        return stanzas;
    }

    private boolean endsStanza() {
        int start = tagStart;
        tagStart = -1;
        char second = open.charAt(start + 1);
        if (second == '?' || open.indexOf(OPENING, start) == start) {
            open.setLength(0);
            depth = second == '?' ? depth : 0;
            return false;
        }
        if (second == '/') {
            depth--;
        } else if (open.charAt(open.length() - 2) != '/') {
            depth++;
            return false;
        }
        return depth == 0;
    }
}
