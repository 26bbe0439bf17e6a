package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.internal.search.Operand.NumberLiteral;
import io.synthlab.persistence.internal.search.Operand.Stored;
import io.synthlab.persistence.internal.search.Operand.TextColumn;
import io.synthlab.persistence.internal.search.Operand.TextLiteral;
import io.synthlab.persistence.internal.search.Operand.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A condition on one row: true, false or, where NULL is involved, unknown. */
sealed interface Condition {
    Condition TRUE = new Constant(true);
    Condition UNKNOWN = new Constant(null);

    record Constant(@Nullable Boolean value) implements Condition {}

    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition inner) implements Condition {}

    /** The inner condition, with unknown replaced: what IS with a literal means. */
    record Decided(Condition inner, boolean whenUnknown) implements Condition {}

    record Comparison(Stored left, CompareOp op, Value right) implements Condition {}

    record ColumnComparison(TextColumn left, CompareOp op, TextColumn right) implements Condition {}

    record Like(Stored subject, LikePattern pattern) implements Condition {}

    record IsNull(Operand subject) implements Condition {}

    /**
     * Membership in a list.
     *
     * @param values the members, at least one
     * @param orNull whether NULL is a member too: not found is then unknown
     */
    record In(Stored subject, List<Value> values, boolean orNull) implements Condition {
        List<NumberLiteral> numbers() {
            return members(NumberLiteral.class).toList();
        }

        List<TextLiteral> texts() {
            return members(TextLiteral.class).toList();
        }

        private <T extends Value> Stream<T> members(Class<T> kind) {
            return values.stream().filter(kind::isInstance).map(kind::cast);
        }
    }
}
