package dev.usher.wire;

import dev.usher.desk.EntryFault;
import dev.usher.desk.EntryField;

/** What a customer is told whose answer the form does not allow. What was answered is not repeated. */
final class EntryFaultText {
    private EntryFaultText() {}

    static String sentence(EntryFault fault) {
        var field = fault.field();
        return String.format(pattern(fault), EntryForms.label(field), range(field));
    }

    private static String pattern(EntryFault fault) {
        return switch (fault.why()) {
            case MISSING -> "Please answer \"%s\": it is required.";
            case NO_OPTION -> "Please choose one of the answers that \"%s\" offers.";
            case TOO_MANY -> "Please give one answer to \"%s\".";
            case TOO_LONG -> "The answer to \"%s\" is too long. Please shorten it.";
            case NO_NUMBER -> "Please write a number as the answer to \"%s\".";
            case OUT_OF_RANGE -> "The answer to \"%s\" has to be %s.";
            case NO_DATE -> "Please write a date such as 2026-12-31 as the answer to \"%s\".";
            case NO_EMAIL -> "Please write an e-mail address as the answer to \"%s\".";
            case NO_PHONE -> "Please write a telephone number as the answer to \"%s\".";
            case NO_ADDRESS -> "Please write an XMPP address as the answer to \"%s\".";
            case NOT_YES_OR_NO -> "Please answer \"%s\" by 1 (yes) or 0 (no).";
            case NO_MATCH -> "The answer to \"%s\" is not written as it should be. Please look at it once more.";
        };
    }

    private static String range(EntryField field) {
        var min = field.validation().map(EntryField.Validation::min).orElse("");
        var max = field.validation().map(EntryField.Validation::max).orElse("");
        if (max.isEmpty()) {
            return min + " or more";
        }
        return min.isEmpty() ? max + " or less" : "from " + min + " to " + max;
    }
}
