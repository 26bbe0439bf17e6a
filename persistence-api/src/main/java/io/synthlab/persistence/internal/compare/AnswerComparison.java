package io.synthlab.persistence.internal.compare;

import io.synthlab.persistence.compare.Difference;
import io.synthlab.persistence.compare.Mismatch;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.SynthLabException;
import io.synthlab.persistence.internal.transaction.Answer;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two answers part by part, each by its type: JSON by meaning, numbers by bits with -0 equal to 0, lists in
 * order, sets and maps without, errors by type, code, row and message, everything else by {@code equals}.
 */
final class AnswerComparison {
    private final Shapes shapes;
    private final List<Mismatch> found = new ArrayList<>();

    private AnswerComparison(Shapes shapes) {
        this.shapes = shapes;
    }

    /**
     * Compares.
     *
     * @param serving answer of the serving implementation
     * @param checked answer of the other
     * @param shapes how to show values
     * @return where they differ, the first places; empty if they are equal
     */
    static List<Mismatch> compare(Answer serving, Answer checked, Shapes shapes) {
        AnswerComparison comparison = new AnswerComparison(shapes);
        if (serving.error() == null && checked.error() == null) {
            comparison.values("", serving.result(), checked.result());
        } else if (serving.error() == null || checked.error() == null) {
            comparison.add("", whole(serving), whole(checked));
        } else {
            comparison.errors(serving.error(), checked.error());
        }
        return comparison.found;
    }

    private static @Nullable Object whole(Answer answer) {
        return answer.error() == null ? answer.result() : answer.error();
    }

    private void add(String path, @Nullable Object left, @Nullable Object right) {
        if (found.size() < Difference.MOST_MISMATCHES) {
            found.add(new Mismatch(path, shapes.of(left), shapes.of(right)));
        }
    }

    private void values(String path, @Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return;
        }
        if (left == null || right == null) {
            add(path, left, right);
        } else if (left instanceof List<?> some && right instanceof List<?> others) {
            lists(path, some, others);
        } else if (left instanceof Map<?, ?> some && right instanceof Map<?, ?> others) {
            maps(path, some, others);
        } else if (left instanceof Optional<?> some && right instanceof Optional<?> other) {
            values(path, some.orElse(null), other.orElse(null));
        } else if (left.getClass().isRecord() && left.getClass() == right.getClass()) {
            records(path, left, right);
        } else if (!same(left, right)) {
            add(path, left, right);
        }
    }

    private static boolean same(Object left, Object right) {
        if (left instanceof Double some && right instanceof Double other) {
            return some.equals(other) || some.doubleValue() == other.doubleValue(); // the latter: -0 and 0
        }
        if (left instanceof byte[] some && right instanceof byte[] other) {
            return Arrays.equals(some, other);
        }
        return left.equals(right);
    }

    private void lists(String path, List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            add(join(path, "size"), left.size(), right.size());
        }
        for (int i = 0; i < Math.min(left.size(), right.size()) && !isFull(); i++) {
            values(path + "[" + i + "]", left.get(i), right.get(i));
        }
    }

    /** The key is stored text as often as not, so that its place in the first map stands for it. */
    private void maps(String path, Map<?, ?> left, Map<?, ?> right) {
        if (left.size() != right.size()) {
            add(join(path, "size"), left.size(), right.size());
        }
        Set<Object> keys = new LinkedHashSet<>(left.keySet());
        keys.addAll(right.keySet());
        int place = 0;
        for (Object key : keys) {
            String name = key instanceof Enum || shapes.showText() ? key.toString() : "#" + place;
            values(path + "{" + name + "}", left.get(key), right.get(key));
            place++;
        }
    }

    private void records(String path, Object left, Object right) {
        for (RecordComponent part : left.getClass().getRecordComponents()) {
            values(join(path, part.getName()), Shapes.Parts.of(left, part), Shapes.Parts.of(right, part));
        }
    }

    private void errors(Throwable left, Throwable right) {
        if (left.getClass() != right.getClass()) {
            add("", left, right);
            return;
        }
        values("error.message", left.getMessage(), right.getMessage());
        if (left instanceof SynthLabException some && right instanceof SynthLabException other) {
            values("error.code", some.code(), other.code());
        }
        if (left instanceof DatabaseException some && right instanceof DatabaseException other) {
            values("error.table", some.table(), other.table());
            values("error.key", some.key(), other.key());
        }
        if (left instanceof ConstraintViolationException some && right instanceof ConstraintViolationException other) {
            values("error.kind", some.kind(), other.kind());
        }
    }

    private boolean isFull() {
        return found.size() >= Difference.MOST_MISMATCHES;
    }

    private static String join(String path, String part) {
        return path.isEmpty() ? part : path + "." + part;
    }
}
