package io.synthlab.persistence.internal.transaction;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Brings repository calls to implementations. */
final class UnitCalls {
    private final CallWatch watch;

    UnitCalls(CallWatch watch) {
        this.watch = watch;
    }

    /** A call that is under way. */
    @FunctionalInterface
    interface Serving {
        @Nullable
        Object run() throws Throwable;
    }

    /** Runs a call and tells whoever looks on what came of it. */
    @Nullable
    Object watched(RepositoryCall call, Serving serving) throws Throwable {
        long begin = System.nanoTime();
        Answer answer;
        try {
            answer = new Answer(serving.run(), null);
        } catch (Throwable e) {
            answer = new Answer(null, e);
        }
        watch.ended(call, answer, Duration.ofNanos(System.nanoTime() - begin));
        if (answer.error() != null) {
            throw answer.error();
        }
        return answer.result();
    }

    /** Asks the implementation that is on in a unit. */
    static @Nullable Object serve(Unit unit, RepositoryCall call) throws Throwable {
        Binding binding = unit.bindings().of(call.repository());
        call.servedBy(binding, unit.hasWritten());
        return ask(unit, call, binding.repository());
    }

    private static @Nullable Object ask(Unit unit, RepositoryCall call, Object implementation) throws Throwable {
        unit.beforeCall(call.writes(), call.method());
        try {
            return call.on(implementation);
        } catch (Throwable e) {
            if (Unit.poisons(e, call.writes())) {
                unit.failed(e);
            }
            throw e;
        }
    }

    /** A savepoint around each question: PostgreSQL answers nothing more after an error. */
    static Answer apart(Unit unit, RepositoryCall call, Object implementation) {
        String savepoint = unit.savepoint();
        try {
            Object result = ask(unit, call, implementation);
            unit.requireTime();
            return new Answer(result, null);
        } catch (Throwable e) {
            try {
                unit.rollbackTo(savepoint);
            } catch (SQLException lost) {
                throw unit.failed(unit.translate(lost));
            }
            return new Answer(null, e);
        }
    }
}
