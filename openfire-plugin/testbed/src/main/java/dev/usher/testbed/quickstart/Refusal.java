package dev.usher.testbed.quickstart;

/** The quick start cannot do what it was told. The message is the one line that the user sees. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
