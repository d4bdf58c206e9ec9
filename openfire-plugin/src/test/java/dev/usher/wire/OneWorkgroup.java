package dev.usher.wire;

import dev.usher.desk.Directory;
import dev.usher.routing.ServiceState;
import java.util.List;
import java.util.Optional;

/** The directory of the examples: Demo, open, where Nurse serves. */
final class OneWorkgroup implements Directory {
    private static final Listing DEMO = new Listing("demo", "Demo", ServiceState.OPEN);

    @Override
    public Optional<Listing> find(String name) {
        return all().stream().filter(listing -> listing.name().equals(name)).findFirst();
    }

    @Override
    public List<Listing> all() {
        return List.of(DEMO);
    }

    @Override
    public boolean isMonitor(String workgroup, String user) {
        return workgroup.equals("demo") && user.equals(Examples.NURSE.user());
    }

    @Override
    public List<String> servedBy(String user) {
        return user.equals(Examples.NURSE.user()) ? List.of("demo") : List.of();
    }
}
