package dev.usher.openfire;

/** A text that an admin wrote and that cannot be read. Its message says why, for the admin. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
        super(why, null, false, false);
    }
}
