package io.synthlab.persistence.migrations.mover.report;

import io.synthlab.persistence.error.SynthLabException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The move cannot be made, or cannot go on. Unless the message says otherwise nothing was written. The message names the first problem, and
 * {@link #problems()} holds the first ones.
 */
public final class MoveRefusedException extends SynthLabException {
    private static final long serialVersionUID = 1L;

    /** Code of this error. */
    public static final String CODE = "MOVE_REFUSED";

    private final transient List<Problem> problems;
    private final long further;

    /**
     * Creates the error.
     *
     * @param problems the first problems, at least one
     * @param further how many more were found
     * @param remedy what to do
     * @param cause sanitised cause, or {@code null}
     */
    public MoveRefusedException(List<Problem> problems, long further, String remedy, @Nullable Throwable cause) {
        this(problems, further, "nothing was written", remedy, cause);
    }

    /**
     * Creates the error of a run that had begun.
     *
     * @param problems the first problems, at least one
     * @param further how many more were found
     * @param outcome what is in the target now
     * @param remedy what to do
     * @param cause sanitised cause, or {@code null}
     */
    public MoveRefusedException(
            List<Problem> problems, long further, String outcome, String remedy, @Nullable Throwable cause) {
        super(CODE, message(problems, further, outcome, remedy), Map.of("problems", problems.size() + further), cause);
        this.problems = List.copyOf(problems);
        this.further = further;
    }

    /**
     * Creates the error for one problem.
     *
     * @param problem the problem
     * @param remedy what to do
     */
    public MoveRefusedException(Problem problem, String remedy) {
        this(List.of(problem), 0, remedy, null);
    }

    /** Returns the first problems, in the order they were found; never empty. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems; // null only after Java deserialisation
    }

    /** Returns how many problems were found beyond {@link #problems()}. */
    public long further() {
        return further;
    }

    private static String message(List<Problem> problems, long further, String outcome, String remedy) {
        long others = problems.size() - 1 + further;
        String more = others == 0 ? "" : " (and " + others + (others == 1 ? " more problem)" : " more problems)");
        return problems.get(0) + more + "; " + outcome + "; " + remedy;
    }
}
