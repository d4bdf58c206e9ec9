package dev.usher.routing;

/** What agents write down about a visit. */
public enum Annotation {
    /** For whoever reads about the visit later. */
    NOTE,
    /** A word to find it by. */
    TAG
}
