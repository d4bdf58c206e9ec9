package dev.usher.web;

import dev.usher.desk.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What pages without scripts say, in one language. Immutable. */
final class Words {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");
    private static final Map<String, Words> ALL = new HashMap<>();

    static {
        Languages.TAGS.forEach(tag -> ALL.put(tag, read(tag)));
    }

    private final String language;
    private final Properties words;

    private Words(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /**
     * In the first language that somebody wants and that we speak; in English if there is none.
     *
     * @param asked what the link asks for (BCP 47); null for nothing
     * @param preferred the header Accept-Language (RFC 9110 §12.5.4); null for none
     */
    static Words wanted(String asked, String preferred) {
        var own = asked == null ? null : ALL.get(primary(asked));
        if (own != null) {
            return own;
        }
        return preferred == null || preferred.length() > 1_000 ? ALL.get("en") : preferred(preferred);
    }

    private static Words preferred(String header) {
        Words best = null;
        double most = 0;
        for (var range : header.split(",")) {
            var parts = range.split(";", 2);
            var words = ALL.get(primary(parts[0].strip()));
            double quality = parts.length == 1 ? 1 : quality(parts[1].strip());
            if (words != null && quality > most) {
                best = words;
                most = quality;
            }
        }
        return best == null ? ALL.get("en") : best;
    }

    private static double quality(String text) {
        return text.matches("q\\s*=\\s*[01]([.][0-9]{0,3})?") ? Double.parseDouble(text.replaceAll(".*=\\s*", "")) : 0;
    }

    private static String primary(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static Words read(String language) {
        var words = new Properties();
        try (var file = Words.class.getResourceAsStream("words/" + language + ".properties");
                var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(language, words);
    }

    /** The tag of the language. */
    String language() {
        return language;
    }

    /** As in the attribute {@code dir}. */
    String direction() {
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }

    String of(String key) {
        var sentence = words.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        return sentence;
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }
}
