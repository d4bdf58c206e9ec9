package dev.usher.benchmarks;

import dev.usher.routing.Command;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a workgroup with a thousand busy agents costs, by the length of its line: {@code mvn -Pbenchmarks -pl
 * web-client,openfire-plugin,openfire-plugin/benchmarks verify -DskipTests -DskipITs -Dusher.web.tests.skip=true}. A
 * hundred are timed at once; between two hundreds, untimed, the line gets its length back.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RoutingBenchmark {
    private static final int AT_ONCE = 100;

    /** What all three are done to. One state for each: JMH would make a second line for a state that asks for one. */
    @State(Scope.Thread)
    public abstract static class Line {
        @Param({"1000", "10000", "100000"})
        public int waiting;

        BusyWorkgroup workgroup;

        @Setup
        public void open() {
            workgroup = new BusyWorkgroup(1_000, waiting);
        }

        @Setup(Level.Invocation)
        public void prepare() {
            workgroup.restore(waiting);
        }

        @TearDown
        public void check() {
            workgroup.mustHave(waiting);
        }
    }

    /** Nobody is about to come or go. */
    public static class Waiting extends Line {}

    /** Some are about to come. */
    public static class Newcomers extends Line {
        List<Command> joins;

        @Override
        public void prepare() {
            super.prepare();
            joins = workgroup.newcomers(AT_ONCE);
        }
    }

    /** Some are about to go. */
    public static class Quitters extends Line {
        List<Command> departures;

        @Override
        public void prepare() {
            super.prepare();
            departures = workgroup.quitters(AT_ONCE);
        }
    }

    /** One comes, to the end of the line. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int join(Newcomers line) {
        return line.workgroup.handleAll(line.joins);
    }

    /** One goes, from anywhere in the line. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int depart(Quitters line) {
        return line.workgroup.handleAll(line.departures);
    }

    /** A whole round of an agent: a visit ends, the next is offered, accepted and opened, and both enter. */
    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public int accept(Waiting line) {
        int events = 0;
        for (int i = 0; i < AT_ONCE; i++) {
            events += line.workgroup.serveTheNext();
        }
        return events;
    }
}
