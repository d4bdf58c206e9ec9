package dev.usher.openfire;

import java.util.ArrayList;
import java.util.List;

/** The words of a routing rule, each with its place in the text, and a cursor over them. Used once, by one thread. */
final class RuleWords {
    private final List<Word> words = new ArrayList<>();
    private int next;

    enum Kind {
        PLAIN,
        QUOTED,
        COMMA,
        ARROW,
        END
    }

    /** @param at the place of its first letter; the first of the text is 1 */
    record Word(Kind kind, String text, int at) {
        /** Whether this is a word of the grammar; what is quoted never is. */
        boolean is(String keyword) {
            return kind == Kind.PLAIN && text.equalsIgnoreCase(keyword);
        }

        boolean isText() {
            return kind == Kind.PLAIN || kind == Kind.QUOTED;
        }

        Unreadable insteadOf(String expected) {
            var found = switch (kind) {
                case PLAIN -> text;
                case QUOTED -> '"' + text + '"';
                case COMMA -> "a comma";
                case ARROW -> "->";
                case END -> "the end";
            };
            return fault(at, expected + " is expected, not " + found);
        }
    }

    RuleWords(String text) throws Unreadable {
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (Character.isWhitespace(letter)) {
                at++;
            } else if (letter == ',') {
                words.add(new Word(Kind.COMMA, ",", ++at));
            } else if (text.startsWith("->", at)) {
                words.add(new Word(Kind.ARROW, "->", at + 1));
                at += 2;
            } else {
                at = letter == '"' ? quoted(text, at) : plain(text, at);
            }
        }
        words.add(new Word(Kind.END, "", text.length() + 1));
    }

    Word peek() {
        return words.get(next);
    }

    /** The word after {@link #peek()}. */
    Word peekBeyond() {
        return words.get(Math.min(next + 1, words.size() - 1));
    }

    Word take() {
        var word = words.get(next);
        next = Math.min(next + 1, words.size() - 1);
        return word;
    }

    static Unreadable fault(int at, String why) {
        return new Unreadable("cannot be read at letter " + at + ": " + why);
    }

    private int plain(String text, int start) {
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && text.charAt(end) != ','
                && text.charAt(end) != '"'
                && !text.startsWith("->", end)) {
            end++;
        }
        words.add(new Word(Kind.PLAIN, text.substring(start, end), start + 1));
        return end;
    }

    private int quoted(String text, int start) throws Unreadable {
        var inside = new StringBuilder();
        for (int at = start + 1; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                words.add(new Word(Kind.QUOTED, inside.toString(), start + 1));
                return at + 1;
            }
            if (letter == '\\' && at + 1 < text.length()) {
                letter = text.charAt(++at);
            }
            inside.append(letter);
        }
        throw fault(start + 1, "the quote that begins here is never closed");
    }
}
