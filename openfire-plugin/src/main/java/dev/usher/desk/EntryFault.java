package dev.usher.desk;

/** An answer that the form does not allow. */
public record EntryFault(EntryField field, Why why) {
    /** What is wrong with it. */
    public enum Why {
        MISSING,
        NO_OPTION,
        TOO_MANY,
        TOO_LONG,
        NO_NUMBER,
        OUT_OF_RANGE,
        NO_DATE,
        NO_EMAIL,
        NO_PHONE,
        NO_ADDRESS,
        NOT_YES_OR_NO,
        NO_MATCH
    }
}
