package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One operation on one database, done by each contender in turn.
 *
 * <p>JMH measures one benchmark after the other, each in a JVM of its own; two contenders measured that way are minutes
 * and a JIT apart, and on a machine that others use the difference says nothing. Therefore the contenders are no
 * benchmarks: they take turns from iteration to iteration of one benchmark, in one JVM, on one database. An iteration is
 * short, so that a disturbance meets all of them, and three in a row make one ratio ({@link Measurement}). JMH does the
 * rest: JVM per operation and database, iterations, taking samples, medians. Its own score, which mixes the contenders,
 * is not shown.
 *
 * <p>JMH warms up by time; what has to be said here is how many calls it were, so each contender's first calls are made
 * by {@link #open()}, in turn as well.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OperationBenchmark {
    /** What is done. */
    @Param
    public Operation operation;

    /** Where. */
    @Param
    public DatabaseKind database;

    /** By whom. */
    @Param
    public Turns turns;

    /** Calls of each contender before JMH begins. */
    @Param("10000")
    public int warmUpCalls;

    private Workbench workbench;
    private Contender contender;
    private int iteration;
    private int number;

    /** Creates the state; JMH sets its parameters. */
    public OperationBenchmark() {}

    /**
     * Makes the database and calls each contender until it is compiled.
     *
     * @throws SQLException if the database fails
     */
    @Setup
    public void open() throws SQLException {
        workbench = new Workbench(database, operation);
        long undone = System.nanoTime();
        for (int turn = 0; turn < warmUpCalls * Turns.ROUND; turn++) {
            workbench.call(turns.at(turn), number++);
            if (System.nanoTime() - undone > operation.iteration().toNanos()) {
                workbench.undo(); // as after an iteration: no database grows larger than it will then
                undone = System.nanoTime();
            }
        }
    }

    /** Hands over to the next contender, on a database like the one the last one began with. */
    @Setup(Level.Iteration)
    public void handOver() {
        workbench.undo();
        contender = turns.at(iteration++);
    }

    /**
     * Does it once.
     *
     * @return the result, so that nobody may leave out the work
     * @throws SQLException if plain JDBC fails
     */
    @Benchmark
    public Object call() throws SQLException {
        return workbench.call(contender, number++);
    }

    /** Removes the database. */
    @TearDown
    public void close() {
        workbench.close();
    }
}
