package dev.usher.wire;

import dev.usher.routing.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dom4j.Element;

/** What agents are told of a customer: the answers of the form, and who it is. */
final class Metadata {
    private static final String RATING = "rating";
    private static final String RATING_COMMENT = "ratingComment";
    /** What the switch says of a customer, and the customer never does. */
    private static final Set<String> NOT_FOR_CUSTOMERS =
            Set.of("userID", "agent", "ignore", "password", RATING, RATING_COMMENT);

    private static final String USERNAME = "username";

    private Metadata() {}

    /** COMPAT: Spark throws where username or userID is missing, and reads the first attribute of what it finds. */
    static void add(Element parent, Address customer, Map<String, List<String>> answers) {
        var metadata = Xml.add(parent, "metadata", Namespaces.JIVE);
        if (answers.getOrDefault(USERNAME, List.of()).isEmpty()) {
            value(metadata, USERNAME, username(answers));
        }
        answers.forEach((name, values) -> {
            if (!NOT_FOR_CUSTOMERS.contains(name)) {
                values.forEach(value -> value(metadata, name, value));
            }
        });
        value(metadata, "userID", customer.user());
    }

    /** With what the customer thought of the visit, if they have said so. */
    static void add(Element parent, Address customer, Map<String, List<String>> answers, Optional<Rating> rating) {
        add(parent, customer, answers);
        var metadata = Xml.child(parent, "metadata", Namespaces.JIVE);
        rating.ifPresent(given -> {
            value(metadata, RATING, Integer.toString(given.score()));
            if (!given.comment().isEmpty()) {
                value(metadata, RATING_COMMENT, given.comment());
            }
        });
    }

    /** How a customer wants to be called. */
    static String username(Map<String, List<String>> answers) {
        var name = answer(answers, USERNAME).strip();
        return name.isEmpty() ? "Customer" : name;
    }

    /** The first answer in a field; empty if there is none. */
    static String answer(Map<String, List<String>> answers, String field) {
        return answers.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** The first answer in a field that says something. */
    static Optional<String> filledIn(Map<String, List<String>> answers, String field) {
        return answers.getOrDefault(field, List.of()).stream()
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static void value(Element metadata, String name, String text) {
        Xml.add(metadata, "value").addAttribute("name", name).addText(text);
    }
}
