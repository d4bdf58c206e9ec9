package dev.usher.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.routing.CallCentre.Observed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real workgroup against the theory of its limit: with one visit for each agent, who accepts at once, it is Erlang's
 * queue, and must wait as that one does. In the same runs, the announced waits against those that came.
 *
 * <p>A run that is long enough for 5 % takes minutes with two hundred agents, for chance does more than that in a day.
 * So the ideal queue serves the same customers and many more: the workgroup must let each of its customers wait as long
 * as that one does, to the nanosecond, and that one must wait as Erlang says, of which chance hides less than 5 %.
 */
class ErlangCSimulationTest {
    private static final int CUSTOMERS = 100_000;
    private static final int MANY_MORE = 12_000_000;
    private static final double SERVICE = CallCentre.SERVICE.toNanos();

    /** @param atMost how far off the announced waits may be, for what they would be if the pace were known */
    @ParameterizedTest(name = "{0} agents, load {1}")
    @CsvSource({ // a lone agent is measured a few times an hour only
        "1, 0.70, 1.4",
        "2, 0.75, 1.35",
        "5, 0.80, 1.2",
        "20, 0.85, 1.15",
        "50, 0.90, 1.1",
        "100, 0.92, 1.1",
        "200, 0.95, 1.1"
    })
    void waitsAsErlangSays(int agents, double load, double atMost) {
        var theory = new ErlangC(agents, load);
        long seed = 20_260_101L + agents;
        var observed = new CallCentre(theory, seed).run(CUSTOMERS);
        var stream = new CustomerStream(theory, SERVICE, seed);
        var ideal = new IdealQueue(agents);

        var wait = new BatchMeans(MANY_MORE);
        var waiting = new BatchMeans(MANY_MORE);
        var ideally = new ArrayList<Long>();
        long last = 0;
        for (int i = 0; i < MANY_MORE; i++) {
            long arrival = stream.nextArrival();
            long service = stream.nextService();
            long waited = ideal.waits(arrival, service);
            double tooMuch = (service - (arrival - last) * theory.offered()) / SERVICE;
            wait.add(waited / SERVICE, tooMuch);
            waiting.add(waited > 0 ? 1 : 0, tooMuch);
            last = arrival;
            if (i < CUSTOMERS) {
                ideally.add(waited);
            }
        }
        var announced = observed.stream()
                .filter(one -> one.waited() > 0 && !Double.isNaN(one.expected()))
                .toList();
        double error = meanError(announced, 0) / SERVICE;
        double clairvoyant = meanError(announced, SERVICE / agents) / SERVICE;
        print(theory, waiting, wait);
        print(announced, error, clairvoyant);

        assertThat(observed.stream().map(Observed::waited).toList()).isEqualTo(ideally);
        assertMeans(waiting, theory.waiting());
        assertMeans(wait, theory.meanWait());
        assertThat(announced).hasSizeGreaterThan(CUSTOMERS / 20);
        assertThat(error / clairvoyant).isLessThan(atMost);
    }

    private static void assertMeans(BatchMeans measured, double theory) {
        assertThat(measured.mean() / theory).isBetween(0.95, 1.05);
        assertThat(measured.uncertainty() / theory).isLessThan(0.05);
    }

    private static void print(ErlangC theory, BatchMeans waiting, BatchMeans wait) {
        System.out.printf(
                "Erlang C: %3d agents, load %.2f: P(wait) %.4f ± %.1f %%, theory %.4f; mean wait %.5f ± %.1f %%, theory"
                        + " %.5f; ",
                theory.agents(),
                theory.load(),
                waiting.mean(),
                100 * waiting.uncertainty() / theory.waiting(),
                theory.waiting(),
                wait.mean(),
                100 * wait.uncertainty() / theory.meanWait(),
                theory.meanWait());
    }

    private static void print(List<Observed> announced, double error, double clairvoyant) {
        double mean = announced.stream().mapToDouble(Observed::waited).average().orElseThrow() / SERVICE;
        System.out.printf(
                "announced wait off by %.4f in the mean, %.2f of a wait; by %.4f if the pace were known (%.2f times)%n",
                error, error / mean, clairvoyant, error / clairvoyant);
    }

    /** @param pace for each place; 0 for what was announced */
    private static double meanError(List<Observed> observed, double pace) {
        return observed.stream()
                .mapToDouble(one -> Math.abs(one.waited() - (pace == 0 ? one.expected() : pace * one.place())))
                .average()
                .orElseThrow();
    }
}
