package dev.usher.routing;

/**
 * A mean over a long run, and how far off chance may have put it: by the means of batches, which hardly know of each
 * other, with the load that came in each batch as a control variate, for it is by chance that it was not the one that
 * was meant (A. M. Law, Simulation Modeling and Analysis, §9.5.3 and §11.4).
 */
final class BatchMeans {
    private static final int BATCHES = 200;

    private final double[] values = new double[BATCHES];
    private final double[] controls = new double[BATCHES];
    private final int size;
    private int count;

    /** @param total how many there will be */
    BatchMeans(int total) {
        size = total / BATCHES;
    }

    /** @param control something that is 0 in the mean */
    void add(double value, double control) {
        int batch = Math.min(count++ / size, BATCHES - 1);
        values[batch] += value / size;
        controls[batch] += control / size;
    }

    double mean() {
        return average(values) - slope() * average(controls);
    }

    /** Two standard errors of the mean: what it should be is within this of it, 95 times in 100. */
    double uncertainty() {
        double slope = slope();
        double squares = 0;
        for (int i = 0; i < BATCHES; i++) {
            double rest = values[i] - average(values) - slope * (controls[i] - average(controls));
            squares += rest * rest;
        }
        return 2 * Math.sqrt(squares / (BATCHES - 2) / BATCHES);
    }

    private double slope() {
        double both = 0;
        double squares = 0;
        for (int i = 0; i < BATCHES; i++) {
            double control = controls[i] - average(controls);
            both += control * (values[i] - average(values));
            squares += control * control;
        }
        return both / squares;
    }

    private static double average(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
