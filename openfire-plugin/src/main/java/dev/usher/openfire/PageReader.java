package dev.usher.openfire;

import dev.usher.desk.ChatPage;
import dev.usher.desk.Colour;
import dev.usher.desk.EntryForm;
import dev.usher.desk.Languages;
import dev.usher.desk.Logo;
import dev.usher.desk.PageTexts;
import dev.usher.desk.Theme;
import dev.usher.routing.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads what an admin decides about the customers' page of one workgroup. Used once. */
final class PageReader {
    private static final String ANY = "";

    private final PropertyScope scope;

    PageReader(PropertyScope scope) {
        this.scope = scope;
    }

    /** @param settings they say whether messages are taken */
    ChatPage page(Settings settings) {
        return new ChatPage(forms(), texts(), sites(), theme(), logo(), settings.takesMessages());
    }

    private Map<String, EntryForm> forms() {
        var forms = new LinkedHashMap<String, EntryForm>();
        languages("form")
                .forEach((language, property) ->
                        new EntryFormText(scope, property).read().ifPresent(form -> forms.put(language, form)));
        return forms;
    }

    private Map<String, PageTexts> texts() {
        var texts = new LinkedHashMap<String, PageTexts>();
        for (var language : languages("").keySet()) {
            var own = new PageTexts(
                    text("welcome", language),
                    text("closedText", language),
                    text("privacy", language),
                    link("privacyLink", language),
                    text("consent", language));
            if (language.equals(ANY)) {
                texts.put(ANY, own);
            } else if (!own.equals(PageTexts.NONE)) {
                texts.put(language, over(own, texts.get(ANY)));
            }
        }
        return texts;
    }

    private static PageTexts over(PageTexts own, PageTexts other) {
        return new PageTexts(
                first(own.welcome(), other.welcome()),
                first(own.closed(), other.closed()),
                first(own.privacy(), other.privacy()),
                first(own.privacyLink(), other.privacyLink()),
                first(own.consent(), other.consent()));
    }

    private static String first(String own, String other) {
        return own.isEmpty() ? other : own;
    }

    private String text(String name, String language) {
        return scope.read(property(name, language), PlainText::parse, "", "it is left out");
    }

    private String link(String name, String language) {
        return scope.read(property(name, language), WebAddress::secure, "", "it is left out");
    }

    /** The property of that name for each language, by its tag; first the one for all others, under the empty name. */
    private static Map<String, String> languages(String name) {
        var properties = new LinkedHashMap<String, String>();
        properties.put(ANY, name);
        Languages.TAGS.forEach(tag -> properties.put(tag, property(name, tag)));
        return properties;
    }

    private static String property(String name, String language) {
        return language.equals(ANY) ? name : name + "." + language;
    }

    private List<String> sites() {
        var sites = new ArrayList<String>();
        for (var site : scope.list("sites", ",")) {
            try {
                var origin = WebAddress.origin(site);
                if (!sites.contains(origin)) {
                    sites.add(origin);
                }
            } catch (Unreadable e) {
                scope.report("sites", site, e.getMessage(), "it is left out");
            }
        }
        return sites;
    }

    private Theme theme() {
        return Theme.of(colours(name -> "theme." + name), colours(name -> "theme.dark." + name));
    }

    private Map<String, Colour> colours(UnaryOperator<String> property) {
        var colours = new LinkedHashMap<String, Colour>();
        for (var name : Theme.NAMES) {
            Optional<Colour> colour =
                    scope.read(property.apply(name), PageReader::colour, Optional.empty(), "the usual one is used");
            colour.ifPresent(set -> colours.put(name, set));
        }
        return colours;
    }

    private static Optional<Colour> colour(String text) throws Unreadable {
        var colour = Colour.parse(text);
        if (colour.isEmpty()) {
            throw new Unreadable("is no colour such as #0a6a63");
        }
        return colour;
    }

    private Optional<Logo> logo() {
        var text = scope.text("logo");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LogoText.parse(text.get()));
        } catch (Unreadable e) {
            // Some kilobytes of it would help nobody.
            var start = text.get().substring(0, Math.min(40, text.get().length()));
            scope.report("logo", start + " …", e.getMessage(), "there is no logo");
            return Optional.empty();
        }
    }
}
