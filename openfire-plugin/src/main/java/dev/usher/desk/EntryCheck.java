package dev.usher.desk;

import dev.usher.desk.EntryFault.Why;
import dev.usher.desk.EntryField.Kind;
import dev.usher.desk.EntryField.Validation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an answer is one that the admin's form allows. */
final class EntryCheck {
    /** Of an answer in one line, in characters. */
    static final int LONGEST_LINE = 1_000;

    private static final int LONGEST_EMAIL = 320;
    private static final Set<String> YES = Set.of("1", "true");
    private static final Set<String> NO = Set.of("0", "false");
    private static final Pattern ADDRESS = Pattern.compile("([^\\s@/]+@)?[^\\s@/]+(/.+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,30}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}([.][0-9]{1,30})?");

    private final EntryField field;

    private EntryCheck(EntryField field) {
        this.field = field;
    }

    static Optional<EntryFault> of(EntryField field, List<String> values) {
        if (field.kind() == Kind.FIXED || field.kind() == Kind.HIDDEN) {
            return Optional.empty(); // nothing that the customer has said
        }
        return Optional.ofNullable(new EntryCheck(field).why(values)).map(why -> new EntryFault(field, why));
    }

    private Why why(List<String> values) {
        var given = values.stream().filter(value -> !value.isBlank()).toList();
        if (given.isEmpty() || field.kind() == Kind.BOOLEAN && NO.contains(given.get(0))) {
            return field.isRequired() ? Why.MISSING : null;
        }
        if (given.size() > 1 && !field.kind().isMulti()) {
            return Why.TOO_MANY;
        }
        for (var value : given) {
            var why = why(value);
            if (why != null) {
                return why;
            }
        }
        return null;
    }

    private Why why(String value) {
        if (value.length() > LONGEST_LINE && field.kind() != Kind.TEXT_MULTI) {
            return Why.TOO_LONG;
        }
        if (field.kind() == Kind.BOOLEAN) {
            return YES.contains(value) ? null : Why.NOT_YES_OR_NO;
        }
        if (field.kind().isList()) {
            return field.options().stream().anyMatch(option -> option.value().equals(value)) ? null : Why.NO_OPTION;
        }
        if (field.kind() == Kind.JID_SINGLE || field.kind() == Kind.JID_MULTI) {
            return ADDRESS.matcher(value).matches() ? null : Why.NO_ADDRESS;
        }
        return field.validation().map(rule -> why(value.strip(), rule)).orElse(null);
    }

    private static Why why(String value, Validation rule) {
        return switch (rule.datatype()) {
            case "x:email" -> value.length() <= LONGEST_EMAIL && isAsAsked(value, rule) ? null : Why.NO_EMAIL;
            case "x:phone" -> isAsAsked(value, rule) ? null : Why.NO_PHONE;
            case "xs:integer" -> INTEGER.matcher(value).matches() ? number(value, rule) : Why.NO_NUMBER;
            case "xs:decimal" -> DECIMAL.matcher(value).matches() ? number(value, rule) : Why.NO_NUMBER;
            case "xs:date" -> date(value, rule);
            default -> isAsAsked(value, rule) ? null : Why.NO_MATCH;
        };
    }

    private static boolean isAsAsked(String value, Validation rule) {
        return rule.regex().isEmpty() || PatientMatch.matches(rule.regex(), value);
    }

    private static Why number(String value, Validation rule) {
        var number = new BigDecimal(value);
        boolean isTooSmall = !rule.min().isEmpty() && number.compareTo(new BigDecimal(rule.min())) < 0;
        boolean isTooGreat = !rule.max().isEmpty() && number.compareTo(new BigDecimal(rule.max())) > 0;
        return isTooSmall || isTooGreat ? Why.OUT_OF_RANGE : null;
    }

    private static Why date(String value, Validation rule) {
        LocalDate date;
        try {
            date = LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return Why.NO_DATE;
        }
        boolean isTooEarly = !rule.min().isEmpty() && date.isBefore(LocalDate.parse(rule.min()));
        boolean isTooLate = !rule.max().isEmpty() && date.isAfter(LocalDate.parse(rule.max()));
        return isTooEarly || isTooLate ? Why.OUT_OF_RANGE : null;
    }
}
