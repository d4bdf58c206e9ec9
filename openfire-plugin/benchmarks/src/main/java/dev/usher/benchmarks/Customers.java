package dev.usher.benchmarks;

import dev.usher.routing.Address;
import dev.usher.routing.Command;
import dev.usher.routing.VisitId;
import java.util.List;
import java.util.Map;

/** Who comes, each with an address and a question of their own: only the names of the fields are shared. */
final class Customers {
    private Customers() {}

    static Address address(String name) {
        var user = name + "@example.org";
        return new Address(user, user + "/web");
    }

    static Command.Join join(String name) {
        var answers =
                Map.of("username", List.of("Romeo " + name), "question", List.of("Where is the balcony, " + name));
        return new Command.Join(new VisitId(name), address(name), answers, "");
    }
}
