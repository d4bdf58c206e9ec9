package dev.usher.desk;

/** The store cannot be used right now. Its message says what is wrong, for the log. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
