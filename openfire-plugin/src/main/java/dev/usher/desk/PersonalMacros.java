package dev.usher.desk;

import java.util.Optional;

/**
 * Where the macros are kept that agents wrote for themselves, in each workgroup apart: what one says in one is seldom
 * right in another. What {@link #save} has taken is there after any crash. Thread-safe.
 */
public interface PersonalMacros {
    /**
     * What was saved last, letter by letter.
     *
     * @param user a bare JID
     * @throws StoreException if it cannot be read
     */
    Optional<String> find(String workgroup, String user);

    /**
     * Takes the place of what was saved before.
     *
     * @param model not empty
     * @throws StoreException if it could not be kept; what was saved before is there still
     */
    void save(String workgroup, String user, String model);
}
