package dev.usher.desk;

/**
 * What an admin has customers read, in one language; each is empty where nothing is set.
 *
 * @param welcome before the visit
 * @param closed while nobody can answer
 * @param privacy what becomes of what customers say
 * @param privacyLink where that is written in full: https
 * @param consent what has to be ticked before the visit
 */
public record PageTexts(String welcome, String closed, String privacy, String privacyLink, String consent) {
    public static final PageTexts NONE = new PageTexts("", "", "", "", "");
}
