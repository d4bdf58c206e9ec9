package dev.usher.agent.cli;

/** Ends the program with one sentence for the human and one number for the script. */
final class Failure extends Exception {

    private final Exit exit;

    Failure(Exit exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    Failure(Exit exit, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
