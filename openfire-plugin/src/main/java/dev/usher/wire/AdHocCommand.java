package dev.usher.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an agent can order by a form, in any client that knows ad-hoc commands (XEP-0050). */
enum AdHocCommand {
    JOIN("Go on duty"),
    LEAVE("Go off duty"),
    ACCEPT("Accept the offer"),
    DECLINE("Decline the offer"),
    WHO("My visits"),
    GO("Open a page in the customer's browser", new Field("url", "text-single", "Address", true)),
    INVITE("Ask another agent in", Field.WHOM, Field.WHY),
    TRANSFER("Hand the visit over", Field.WHOM, Field.WHY),
    NOTE("Write something down", new Field("text", "text-multi", "Note", true)),
    TAG("Tag the visit", new Field("text", "text-single", "Tag", true)),
    END("End the visit");

    /** A field besides the one for the visit. @param type as in XEP-0004 §3.3 */
    record Field(String name, String type, String label, boolean required) {
        private static final Field WHOM =
                new Field("to", "text-single", "Agent (or: queue NAME, or: workgroup NAME)", true);
        private static final Field WHY = new Field("reason", "text-multi", "Reason", false);
    }

    /** The field that says which visit is meant. */
    static final String VISIT = "visit";
    /** In its place: all visits of the agent. */
    static final String ALL = "all";

    private static final String NODE = "urn:usher:command:1#";

    private final String title;
    private final List<Field> fields;

    AdHocCommand(String title, Field... fields) {
        this.title = title;
        this.fields = List.of(fields);
    }

    static Optional<AdHocCommand> of(String node) {
        return Arrays.stream(values())
                .filter(command -> command.node().equals(node))
                .findFirst();
    }

    String node() {
        return NODE + name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    List<Field> fields() {
        return fields;
    }

    /** Whether it is done to a visit, which has to be chosen first. */
    boolean isDoneToVisit() {
        return ordinal() >= GO.ordinal();
    }

    /** Whether it can be done to all visits of the agent at once. */
    boolean isForAll() {
        return this == GO;
    }
}
