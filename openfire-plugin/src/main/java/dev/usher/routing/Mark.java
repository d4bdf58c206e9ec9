package dev.usher.routing;

import java.time.Duration;
import java.time.Instant;

/** Where a visit stands in the indexes of its floor, and what was told about it last. Owned by the floor. */
final class Mark {
    /** When its clock is to be looked at next; null when nothing runs. */
    Instant timer;
    /** Where it is found by those who look for work; null while it does not look for anybody. */
    Seekers.Demand demand;

    String soughtUser;
    /** The line it stands in; null while it stands in none. */
    WaitingLine line;
    /** What another workgroup asks for; null for a visit of our own. */
    Errand errand;
    /** The last position the customer was told; 0 before the first. */
    int toldPosition;

    Duration toldWait;
    /** How often the customer has rated it in this life. */
    int ratings;
    /** Why it found nobody, as told last; null while it was not told. */
    Eligibility toldShortfall;
}
