package dev.usher.wire;

/** How much of the past one question may ask for and one answer holds, as docs/protocol/README.md says. */
final class HistoryLimits {
    /** Visits of one customer. */
    static final int TRANSCRIPTS = 50;
    /** Messages of one visit, its comings and goings besides. */
    static final int MESSAGES = 2_000;
    /** Characters of them all. */
    static final int CHARACTERS = 1_000_000;
    /** Visits of one agent. */
    static final int SESSIONS = 100;
    /** Visits that one search finds. */
    static final int HITS = 100;
    /** Visits that one search looks at, of those that the database takes for likely. */
    static final int LOOKED_AT = 2_000;
    /** Characters of what is searched for. */
    static final int QUERY = 200;

    private HistoryLimits() {}
}
