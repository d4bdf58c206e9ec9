package dev.usher.testbed.kill;

/** What was acknowledged, and how much of it was there again. Over is what had ended and stayed so. */
record Tally(int joins, int joinsFound, int accepts, int acceptsFound, int over, int doubled) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                joins + other.joins,
                joinsFound + other.joinsFound,
                accepts + other.accepts,
                acceptsFound + other.acceptsFound,
                over + other.over,
                doubled + other.doubled);
    }

    @Override
    public String toString() {
        return "joins acknowledged %d, found %d; accepts acknowledged %d, found %d; over %d; doubled %d"
                .formatted(joins, joinsFound, accepts, acceptsFound, over, doubled);
    }
}
