package dev.usher.desk;

import java.util.List;

/** The languages of the customers' pages, by their tags (BCP 47). */
public final class Languages {
    /** The first is for those of whom nothing else is known. */
    public static final List<String> TAGS =
            List.of("en", "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "zh");

    private Languages() {}
}
