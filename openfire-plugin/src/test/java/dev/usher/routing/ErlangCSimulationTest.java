package dev.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.routing.CallCentre.Observed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real workgroup against the theory of its limit: with one visit for each agent, who accepts at once, it is Erlang's
 * queue, and must wait as that one does. In the same runs, the announced waits against those that came.
 *
 * <p>A run that is long enough for 5 % takes minutes with two hundred agents, for chance does more than that in a day.
 * So the ideal queue serves the same customers, as a control variate (A. M. Law, Simulation Modeling and Analysis, §11.4):
 * what the workgroup does otherwise than the ideal queue is measured customer by customer, and added to what the ideal
 * queue does with many more of them.
 */
class ErlangCSimulationTest {
    private static final int CUSTOMERS = 100_000;
    private static final int MANY_MORE = 12_000_000;
    private static final double SERVICE = CallCentre.SERVICE.toNanos();

    @ParameterizedTest(name = "{0} agents, load {1}")
    @CsvSource({"1, 0.70", "2, 0.75", "5, 0.80", "20, 0.85", "50, 0.90", "100, 0.92", "200, 0.95"})
    void waitsAsErlangSays(int agents, double load) {
        var theory = new ErlangC(agents, load);
        long seed = 20_260_101L + agents;
        var observed = new CallCentre(theory, seed).run(CUSTOMERS);
        var stream = new CustomerStream(theory, SERVICE, seed);
        var ideal = new IdealQueue(agents);

        double difference = 0;
        double waits = 0;
        double waiting = 0;
        double waitingDifference = 0;
        for (int i = 0; i < MANY_MORE; i++) {
            long wait = ideal.waits(stream.nextArrival(), stream.nextService());
            waits += wait;
            waiting += wait > 0 ? 1 : 0;
            if (i < CUSTOMERS) {
                long waited = observed.get(i).waited();
                difference += waited - wait;
                waitingDifference += (waited > 0 ? 1 : 0) - (wait > 0 ? 1 : 0);
            }
        }
        double mean = (waits / MANY_MORE + difference / CUSTOMERS) / SERVICE;
        double probability = waiting / MANY_MORE + waitingDifference / CUSTOMERS;

        var announced = observed.stream()
                .filter(one -> one.waited() > 0 && !Double.isNaN(one.expected()))
                .toList();
        double error = meanError(announced, 0) / SERVICE;
        double clairvoyant = meanError(announced, SERVICE / agents) / SERVICE;
        System.out.printf(
                "Erlang C: %3d agents, load %.2f: P(wait) %.4f, theory %.4f; mean wait %.5f, theory %.5f; announced wait"
                        + " off by %.4f in the mean, by %.4f if the pace were known, of %.4f (in service times)%n",
                agents,
                load,
                probability,
                theory.waiting(),
                mean,
                theory.meanWait(),
                error,
                clairvoyant,
                announced.stream().mapToDouble(Observed::waited).average().orElseThrow() / SERVICE);

        assertThat(probability / theory.waiting()).isBetween(0.95, 1.05);
        assertThat(mean / theory.meanWait()).isBetween(0.95, 1.05);
        assertThat(announced).hasSizeGreaterThan(CUSTOMERS / 20);
        // A lone agent is measured a few times an hour only; from five on it is a tenth.
        assertThat(error / clairvoyant).isLessThan(1.5);
    }

    /** @param pace for each place; 0 for what was announced */
    private static double meanError(List<Observed> observed, double pace) {
        return observed.stream()
                .mapToDouble(one -> Math.abs(one.waited() - (pace == 0 ? one.expected() : pace * one.place())))
                .average()
                .orElseThrow();
    }
}
