package dev.usher.openfire;

import java.util.Optional;
import java.util.Set;

/** Where settings are kept, each a text under a name. */
interface PropertySource {
    /** The text without the space around it; empty if there is none, or nothing but space. */
    Optional<String> find(String name);

    /** The whole names of all that begin so. */
    Set<String> namesFrom(String prefix);
}
