package dev.usher.openfire;

/** Whole numbers as admins write them. */
final class NumberText {
    private NumberText() {}

    /** @param least what is less is refused */
    static int parse(String text, int least) throws Unreadable {
        if (!text.strip().matches("[+-]?[0-9]{1,9}")) {
            throw new Unreadable("is not a whole number");
        }
        int number = Integer.parseInt(text.strip());
        if (number < least) {
            throw new Unreadable("is less than " + least);
        }
        return number;
    }
}
