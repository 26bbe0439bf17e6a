package io.synthlab.persistence.benchmarks;

import io.synthlab.persistence.DatabaseKind;
import java.time.Duration;
import java.util.function.Supplier;

/** What is measured, how long, and what the ratios to plain JDBC should be at most. */
public enum Operation {
    /** One experiment with its scorecard. */
    FIND("find by id", FindExperiment::new, Effort.CALL, Target.OF_MOST),
    /** One new experiment with its scorecard. */
    INSERT("insert", InsertExperiment::new, Effort.CALL, Target.OF_MOST),
    /** The title of an experiment that was not deleted. */
    UPDATE("conditional update", UpdateExperiment::new, Effort.CALL, Target.OF_UPDATE),
    /** Fifty experiments with counts. */
    PAGE("page of 50 experiments with counts", ListExperiments::new, Effort.LIST, Target.OF_MOST),
    /** All outcomes of an analysis of 200 synths. */
    OUTCOMES("list 200 outcomes", ListOutcomes::new, Effort.LIST, Target.OF_MOST),
    /** All outcomes of an analysis of 10,000 synths, at once. */
    SAVE("save 10,000 outcomes", SaveOutcomes::new, Effort.BULK, Target.OF_BULK),
    /** A scenario node and its twenty ancestors. */
    PATH("path to node at depth 20", FindNodePath::new, Effort.LIST, Target.OF_MOST);

    private final String title;
    private final Supplier<Task> task;
    private final Effort effort;
    private final Target target;

    /** How much is done before and while time is taken. */
    private record Effort(int warmUpCalls, Duration iteration) {
        /** Enough for the compiler to be done: with 2,000 calls the same ratios come out up to three times as large. */
        static final Effort CALL = new Effort(10_000, Duration.ofMillis(500));

        static final Effort LIST = new Effort(10_000, Duration.ofSeconds(1));
        /** A call stores ten thousand rows: these are 300,000 runs of the code that is hot. */
        static final Effort BULK = new Effort(30, Duration.ofSeconds(3));
    }

    /** Largest ratios that are good enough. */
    private record Target(double legacyJdbc, double jpaOnPostgres, double jpaOnSqlite) {
        static final Target OF_MOST = new Target(1.10, 1.15, 1.25);
        static final Target OF_UPDATE = new Target(1.10, 1.25, 1.25);
        static final Target OF_BULK = new Target(1.20, 1.20, 1.20);
    }

    Operation(String title, Supplier<Task> task, Effort effort, Target target) {
        this.title = title;
        this.task = task;
        this.effort = effort;
        this.target = target;
    }

    /** Returns its name in tables. */
    String title() {
        return title;
    }

    Task task() {
        return task.get();
    }

    /** Returns how often each contender runs before time is taken. */
    int warmUpCalls() {
        return effort.warmUpCalls();
    }

    /** Returns how long a contender runs at a time. */
    Duration iteration() {
        return effort.iteration();
    }

    /** Returns the largest ratio to {@link Contender#DIRECT} that is good enough. */
    double target(Contender contender, DatabaseKind database) {
        return switch (contender) {
            case DIRECT -> 1;
            case LEGACY_JDBC -> target.legacyJdbc();
            case JPA -> database == DatabaseKind.SQLITE ? target.jpaOnSqlite() : target.jpaOnPostgres();
        };
    }
}
