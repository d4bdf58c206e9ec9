package dev.usher.routing;

import java.util.Random;

/** Customers who come as a Poisson stream and take exponential times, the same for the same seed. In nanoseconds. */
final class CustomerStream {
    private final Random gaps;
    private final Random services;
    private final double meanGap;
    private final double meanService;
    private long arrival;

    CustomerStream(ErlangC theory, double meanService, long seed) {
        this.gaps = new Random(seed);
        this.services = new Random(~seed);
        this.meanService = meanService;
        this.meanGap = meanService / theory.offered();
    }

    /** When the next one comes. */
    long nextArrival() {
        arrival += exponential(gaps, meanGap);
        return arrival;
    }

    /** How long the next one takes, in the order of the beginnings of service. */
    long nextService() {
        return exponential(services, meanService);
    }

    private static long exponential(Random random, double mean) {
        return (long) (-mean * Math.log1p(-random.nextDouble()));
    }
}
