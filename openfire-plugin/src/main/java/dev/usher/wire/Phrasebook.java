package dev.usher.wire;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dom4j.Namespace;
import org.dom4j.QName;
import org.xmpp.packet.Packet;

/** The words and sentences of one language for agents whose client knows no workgroups. Immutable. */
final class Phrasebook {
    /** The first is for those of whom nothing else is known; where a word is in several, an earlier one counts. */
    private static final List<Phrasebook> ALL = List.of(
            read("en"),
            read("de"),
            read("fr"),
            read("es"),
            read("pt"),
            read("it"),
            read("nl"),
            read("pl"),
            read("ru"),
            read("tr"),
            read("zh"),
            read("ja"),
            read("ko"),
            read("ar"));

    private static final QName LANGUAGE = QName.get("lang", Namespace.XML_NAMESPACE);
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final String language;
    private final Properties phrases;

    private Phrasebook(String language, Properties phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    private static Phrasebook read(String language) {
        var phrases = new Properties();
        try (var file = Phrasebook.class.getResourceAsStream("chat/" + language + ".properties");
                var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            phrases.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrasebook(language, phrases);
    }

    static List<Phrasebook> all() {
        return ALL;
    }

    static Phrasebook usual() {
        return ALL.get(0);
    }

    /** @param tag of a language (BCP 47), as in {@code pt-BR}; may be null */
    static Optional<Phrasebook> of(String tag) {
        var language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return ALL.stream().filter(book -> book.language.equals(language)).findFirst();
    }

    /** In the language that a stanza says it is in (RFC 6120 §8.1.5). */
    static Optional<Phrasebook> ofStanza(Packet stanza) {
        return of(stanza.getElement().attributeValue(LANGUAGE));
    }

    String language() {
        return language;
    }

    /** @param text what was written, in any case, with or without a full stop */
    Optional<ChatWord> wordIn(String text) {
        var word = text.strip().replaceFirst("[.!。！]$", "").toLowerCase(Locale.forLanguageTag(language));
        return Arrays.stream(ChatWord.values())
                .filter(known -> words(known).contains(word))
                .findFirst();
    }

    /** The word that is told to people. */
    String word(ChatWord word) {
        return words(word).get(0);
    }

    private List<String> words(ChatWord word) {
        return List.of(say(word.name().toLowerCase(Locale.ROOT)).split(", "));
    }

    /** @param with what stands in the places of the phrase; never looked at for places itself */
    String say(String phrase, Object... with) {
        var text = phrases.getProperty(phrase);
        if (text == null) {
            throw new IllegalArgumentException("no such phrase in " + language + ": " + phrase);
        }
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(with[Integer.parseInt(place.group(1))].toString()));
    }
}
