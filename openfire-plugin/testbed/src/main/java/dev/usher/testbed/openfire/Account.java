package dev.usher.testbed.openfire;

import java.util.Objects;

/** An account that the server shall have. Its password is for trial: it is printed, and never good for more. */
public record Account(String name, String password, boolean admin) {
    public Account {
        Objects.requireNonNull(name);
        Objects.requireNonNull(password);
    }

    public static Account user(String name, String password) {
        return new Account(name, password, false);
    }

    public static Account admin(String name, String password) {
        return new Account(name, password, true);
    }
}
