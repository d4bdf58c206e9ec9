package dev.usher.desk;

import dev.usher.routing.ServiceState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The workgroups there are, for those who look and do not decide: service discovery and the web pages. */
public interface Directory {
    /**
     * One workgroup.
     *
     * @param name the localpart of its address
     * @param state what a customer who comes now finds
     */
    record Listing(String name, String title, ServiceState state) {
        /** The state in a word: {@code open}, {@code closed}, {@code full}. */
        public String stateWord() {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    Optional<Listing> find(String name);

    List<Listing> all();

    /** The names of the workgroups in which a user (a bare JID) is an agent. */
    List<String> servedBy(String user);

    /** Whether a user (a bare JID) is an agent of a workgroup. Nobody is where there is none. */
    default boolean isAgent(String workgroup, String user) {
        return servedBy(user).contains(workgroup);
    }

    /** Whether a user (a bare JID) may look into the channels of a workgroup. Nobody may where there is none. */
    boolean isMonitor(String workgroup, String user);
}
