package dev.usher.desk;

import java.util.regex.Pattern;

/**
 * Whether a text matches an admin's pattern, found out within a number of steps: some patterns take longer than the
 * universe is old for a text of forty letters. What has not been found out by then counts as a match: the pattern is at
 * fault then, and not the customer.
 */
final class PatientMatch {
    private static final int STEPS = 200_000;

    private PatientMatch() {}

    /** @throws java.util.regex.PatternSyntaxException for a pattern that nobody has looked at before */
    static boolean matches(String regex, String text) {
        try {
            return Pattern.compile(regex)
                    .matcher(new Counted(text, new int[] {STEPS}))
                    .matches();
        } catch (OutOfPatience | StackOverflowError e) {
            return true;
        }
    }

    private static final class OutOfPatience extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutOfPatience() {
            super(null, null, false, false);
        }
    }

    /** A text that lets itself be looked at so many times. */
    private record Counted(CharSequence text, int[] left) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new OutOfPatience();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
