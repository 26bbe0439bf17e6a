package io.synthlab.persistence.internal.compare;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.compare.ComparingOptions;
import io.synthlab.persistence.compare.ComparisonOutcome;
import io.synthlab.persistence.compare.Comparisons;
import io.synthlab.persistence.compare.Difference;
import io.synthlab.persistence.compare.Mismatch;
import io.synthlab.persistence.error.ConflictException;
import io.synthlab.persistence.error.ConnectionLostException;
import io.synthlab.persistence.error.DatabaseTimeoutException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.internal.observe.Listeners;
import io.synthlab.persistence.internal.transaction.Answer;
import io.synthlab.persistence.internal.transaction.Binding;
import io.synthlab.persistence.internal.transaction.RepositoryCall;
import io.synthlab.persistence.internal.transaction.UnitManager;
import io.synthlab.persistence.observe.ComparisonEvent;
import io.synthlab.persistence.transaction.Isolation;
import io.synthlab.persistence.transaction.TransactionOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks calls with a second implementation, after their callers have their answers. A first question finds what may
 * differ; only where it does, both are asked again in one snapshot, since rows may have changed in between.
 */
public final class Comparer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Comparer.class);

    /** A fault that shows at every call must not fill the log; all are counted, and the latest are kept. */
    private static final int LOUD = 10;

    private final ComparingOptions options;
    private final UnitManager units;
    private final TransactionOptions first;
    private final TransactionOptions snapshot;
    private final Clock clock;
    private final Listeners listeners;
    private final BiConsumer<RepositoryName, Binding> stepBack;
    private final Shapes shapes;
    private final ComparisonLog log;
    private final ComparisonQueue queue;
    private volatile boolean closed;

    /**
     * Creates a comparer; it starts no thread before there is something to compare.
     *
     * @param options how to compare
     * @param kind which database
     * @param units where to ask
     * @param clock where times come from
     * @param listeners who hears of it
     * @param stepBack gives a repository back to the serving implementation of a binding
     */
    public Comparer(
            ComparingOptions options,
            DatabaseKind kind,
            UnitManager units,
            Clock clock,
            Listeners listeners,
            BiConsumer<RepositoryName, Binding> stepBack) {
        this.options = options;
        this.units = units;
        this.first = TransactionOptions.READ_ONLY.withTimeout(options.timeout());
        // SQLite has no other isolation than snapshots.
        this.snapshot = kind == DatabaseKind.SQLITE ? first : first.withIsolation(Isolation.REPEATABLE_READ);
        this.clock = clock;
        this.listeners = listeners;
        this.stepBack = stepBack;
        this.shapes = new Shapes(options.showText());
        this.log = new ComparisonLog(options.kept());
        this.queue = new ComparisonQueue(options.threads(), options.queue());
    }

    /** Returns what was found so far. */
    public Comparisons comparisons() {
        return new RecordedComparisons(log, queue);
    }

    /**
     * Takes a call that has ended, if it is one to compare and the sample chooses it. Never waits.
     *
     * @param call the call
     * @param served what its caller is given
     */
    public void offer(RepositoryCall call, Answer served) {
        Binding binding = call.binding();
        if (binding == null || binding.check() == null || call.writes() || !isChosen()) {
            return;
        }
        Comparison comparison = new Comparison(call, binding, binding.check(), served);
        if (call.unitHasWritten()) {
            comparison.ended(ComparisonOutcome.UNIT_HAD_WRITTEN);
        } else if (saysNothing(served.error())) {
            comparison.ended(ComparisonOutcome.NOT_COMPARABLE);
        } else if (queue.isFull() || !queue.offer(comparison.ofItsOwn())) { // asked first: copies may be large
            comparison.ended(ComparisonOutcome.QUEUE_FULL);
        }
    }

    /** Errors of the moment or of the unit around the call, not of the implementation. */
    private static boolean saysNothing(@Nullable Throwable error) {
        return isTransient(error) || error instanceof TransactionException || error instanceof VirtualMachineError;
    }

    private boolean isChosen() {
        return options.ratio() >= 1 || ThreadLocalRandom.current().nextDouble() < options.ratio();
    }

    /** Errors that say nothing about the implementation. */
    private static boolean isTransient(@Nullable Throwable error) {
        return error instanceof ConnectionLostException
                || error instanceof DatabaseTimeoutException
                || error instanceof ConflictException;
    }

    /** One call and the answer it was given. */
    private final class Comparison implements Runnable {
        private final RepositoryCall call;
        private final Binding binding;
        private final Binding.Check check;
        private final Answer served;

        Comparison(RepositoryCall call, Binding binding, Binding.Check check, Answer served) {
            this.call = call;
            this.binding = binding;
            this.check = check;
            this.served = served;
        }

        /** The caller may change a list of arguments as soon as it has its answer. */
        Comparison ofItsOwn() {
            @Nullable
            Object[] copies =
                    Arrays.stream(call.arguments()).map(Comparer::copy).toArray();
            return new Comparison(call.with(copies), binding, check, served);
        }

        @Override
        public void run() {
            try {
                compare();
            } catch (DatabaseTimeoutException e) {
                ended(ComparisonOutcome.TIMED_OUT);
            } catch (SynthLabException e) {
                LOG.debug("{}.{} could not be compared", call.repository(), call.method(), e);
                ended(ComparisonOutcome.FAILED);
            }
        }

        private void compare() {
            Answer checked = units.beside(first, asking -> useful(asking.ask(call, check.repository())));
            if (closed) {
                return; // an answer that closing has cut off says nothing
            }
            if (AnswerComparison.compare(served, checked, shapes).isEmpty()) {
                ended(ComparisonOutcome.MATCHED);
                return;
            }
            List<Mismatch> mismatches = units.beside(
                    snapshot,
                    asking -> AnswerComparison.compare(
                            useful(asking.ask(call, binding.repository())),
                            useful(asking.ask(call, check.repository())),
                            shapes));
            if (mismatches.isEmpty()) {
                ended(ComparisonOutcome.CHANGED_MEANWHILE);
            } else {
                differed(mismatches);
            }
        }

        private void differed(List<Mismatch> mismatches) {
            Difference difference = new Difference(
                    clock.instant(),
                    call.repository(),
                    call.method(),
                    Arrays.stream(call.arguments()).map(shapes::ofArgument).toList(),
                    binding.provider(),
                    check.provider(),
                    mismatches);
            log.add(difference);
            int soFar = check.differences().incrementAndGet();
            if (soFar <= LOUD) {
                LOG.warn("implementations differ ({} of {} that are logged): {}", soFar, LOUD, difference);
            }
            ended(ComparisonOutcome.DIFFERED, difference);
            if (options.budget().isPresent() && soFar > options.budget().getAsInt()) {
                stepBack.accept(call.repository(), binding);
            }
        }

        void ended(ComparisonOutcome outcome) {
            ended(outcome, null);
        }

        private void ended(ComparisonOutcome outcome, @Nullable Difference difference) {
            log.count(call.repository(), outcome);
            if (!listeners.isEmpty()) {
                listeners.compared(new ComparisonEvent(
                        call.repository(), call.method(), binding.provider(), check.provider(), outcome, difference));
            }
        }
    }

    private static Answer useful(Answer answer) {
        if (isTransient(answer.error())) {
            throw (SynthLabException) Objects.requireNonNull(answer.error());
        }
        return answer;
    }

    private static @Nullable Object copy(@Nullable Object argument) {
        if (argument instanceof Set<?> set) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(set));
        }
        if (argument instanceof Map<?, ?> map) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
        return argument instanceof Collection<?> some ? Collections.unmodifiableList(new ArrayList<>(some)) : argument;
    }

    /** Ends its threads; what still waits is dropped. */
    @Override
    public void close() {
        closed = true;
        queue.close();
    }
}
