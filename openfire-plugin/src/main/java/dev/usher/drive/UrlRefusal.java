package dev.usher.drive;

import java.util.Locale;

/** Why a URL is not driven to. {@link #word()} is the reason on the wire. */
public enum UrlRefusal {
    MALFORMED("This is not a complete web address. Write it out, beginning with https://"),
    SCHEME("Only http and https addresses can be opened."),
    CREDENTIALS("The address carries a user name or a password. Leave out what stands before the @."),
    HOST("The host in this address cannot be read. Write it in its ASCII (xn--) form."),
    TOO_LONG("The address is longer than " + DrivePolicy.MAX_LENGTH + " characters."),
    OWN_ORIGIN("This is the address of the chat itself; the customer's browser is not led there.");

    private final String sentence;

    UrlRefusal(String sentence) {
        this.sentence = sentence;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong and what to do, in English. */
    public String sentence() {
        return sentence;
    }
}
