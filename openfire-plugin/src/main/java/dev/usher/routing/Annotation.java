package dev.usher.routing;

/** What is written down about a visit, by agents and, at its end, by the customer. */
public enum Annotation {
    /** For whoever reads about the visit later. */
    NOTE,
    /** A word to find it by. */
    TAG,
    /** What the customer thinks of it: from 1 to 5, and what they wrote with it. The last one counts. */
    RATING
}
