package dev.usher.openfire;

/**
 * A property that could not be used as it is.
 *
 * @param value what it says, or the part of it that is at fault
 * @param why what is wrong with it
 * @param instead what holds now
 */
record SettingsProblem(String property, String value, String why, String instead) {
    /** For the log and the console, on one line. */
    String sentence() {
        return property + ": \"" + value.replaceAll("\\s+", " ") + "\" " + why + "; " + instead + ".";
    }
}
