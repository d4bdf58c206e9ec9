package dev.usher.testbed.kill;

/** Something that must not have happened. */
record Finding(Kind kind, String story) {
    enum Kind {
        /** A join that was acknowledged is unknown. */
        JOIN_LOST,
        /** Who comes back is taken for somebody else. */
        OTHER_SESSION,
        /** Who came later is before who came earlier. */
        OUT_OF_ORDER,
        /** Two customers have the same place, or there are more places than customers. */
        PLACED_TWICE,
        /** An accept that was acknowledged is forgotten, or another's. */
        ACCEPT_LOST,
        /** Two agents were asked for, or have, the same visit. */
        OFFERED_TWICE,
        /** Invited more than once, waiting and invited at once, or in the room more than once. */
        SEATED_TWICE,
        /** A visit whose end was acknowledged goes on. */
        BACK_FROM_THE_END;

        boolean isDoubling() {
            return this == PLACED_TWICE || this == OFFERED_TWICE || this == SEATED_TWICE;
        }
    }

    @Override
    public String toString() {
        return kind + " " + story;
    }
}
