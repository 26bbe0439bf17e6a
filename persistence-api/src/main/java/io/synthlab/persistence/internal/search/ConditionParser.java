package io.synthlab.persistence.internal.search;

import io.synthlab.persistence.internal.search.Condition.And;
import io.synthlab.persistence.internal.search.Condition.ColumnComparison;
import io.synthlab.persistence.internal.search.Condition.Comparison;
import io.synthlab.persistence.internal.search.Condition.Constant;
import io.synthlab.persistence.internal.search.Condition.Decided;
import io.synthlab.persistence.internal.search.Condition.In;
import io.synthlab.persistence.internal.search.Condition.IsNull;
import io.synthlab.persistence.internal.search.Condition.Like;
import io.synthlab.persistence.internal.search.Condition.Not;
import io.synthlab.persistence.internal.search.Condition.Or;
import io.synthlab.persistence.internal.search.Operand.Literal;
import io.synthlab.persistence.internal.search.Operand.NullLiteral;
import io.synthlab.persistence.internal.search.Operand.Stored;
import io.synthlab.persistence.internal.search.Operand.TextColumn;
import io.synthlab.persistence.internal.search.Operand.Value;
import io.synthlab.persistence.internal.search.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses a condition by recursive descent; how deep and how long it may get is bounded. */
final class ConditionParser {
    static final int MAX_DEPTH = 32;
    static final int MAX_COMPARISONS = 200;

    private final TokenReader reader;
    private final OperandParser operands;
    private int depth;
    private int comparisons;

    ConditionParser(TokenReader reader, OperandParser operands) {
        this.reader = reader;
        this.operands = operands;
    }

    /** Parses the longest condition that begins at the next token. */
    Condition parse() {
        return chain("OR", Or::new, () -> chain("AND", And::new, this::negation));
    }

    private Condition chain(String word, Function<List<Condition>, Condition> join, Supplier<Condition> part) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (reader.takeIfWord(word));
        return parts.size() == 1 ? parts.get(0) : join.apply(List.copyOf(parts));
    }

    private Condition negation() {
        Token token = reader.peek();
        if (reader.takeIfWord("NOT")) {
            return nested(token, () -> new Not(negation()));
        }
        if (token.isSign("(") && !reader.peekSecond().isWord("SELECT")) {
            reader.take();
            Condition inner = nested(token, this::parse);
            if (!reader.takeIfSign(")")) {
                throw reader.unexpected("AND, OR or ')'");
            }
            return inner;
        }
        return predicate();
    }

    private Condition nested(Token opening, Supplier<Condition> inner) {
        if (++depth > MAX_DEPTH) {
            throw reader.error("more than " + MAX_DEPTH + " levels of parentheses and NOT", opening);
        }
        Condition condition = inner.get();
        depth--;
        return condition;
    }

    private Condition predicate() {
        Token start = reader.peek();
        if (++comparisons > MAX_COMPARISONS) {
            throw reader.error("more than " + MAX_COMPARISONS + " comparisons", start);
        }
        Operand left = operands.parse();
        Optional<CompareOp> op = CompareOp.of(reader.peek());
        if (op.isPresent()) {
            reader.take();
            return compare(start, left, op.get(), operands.parse());
        }
        if (reader.takeIfWord("IS")) {
            return is(start, left, reader.takeIfWord("NOT"));
        }
        boolean negated = reader.takeIfWord("NOT");
        Condition condition = keyword(start, left, negated);
        return negated ? new Not(condition) : condition;
    }

    private Condition keyword(Token start, Operand left, boolean negated) {
        if (reader.takeIfWord("IN")) {
            return in(start, left);
        }
        if (reader.takeIfWord("BETWEEN")) {
            return between(start, left);
        }
        if (reader.takeIfWord("LIKE")) {
            return like(start, left);
        }
        if (!negated && (start.isWord("TRUE") || start.isWord("FALSE"))) {
            return new Constant(start.isWord("TRUE"));
        }
        throw reader.unexpected(negated ? "IN, BETWEEN or LIKE" : "a comparison, IS, IN, BETWEEN or LIKE");
    }

    private Condition compare(Token start, Operand left, CompareOp op, Operand right) {
        if (left instanceof Literal literal) {
            return right instanceof Literal other
                    ? fold(literal, op, other)
                    : compare(start, right, op.flipped(), left);
        }
        Stored stored = stored(start, left);
        if (right instanceof Literal literal) {
            return literal instanceof Value value ? new Comparison(stored, op, value) : Condition.UNKNOWN;
        }
        if (stored instanceof TextColumn column && stored(start, right) instanceof TextColumn other) {
            return new ColumnComparison(column, op, other);
        }
        throw reader.error("one side of a comparison with json_extract must be a literal", start);
    }

    private static Condition fold(Literal left, CompareOp op, Literal right) {
        if (left instanceof Value value && right instanceof Value other) {
            return new Constant(op.holds(value.compareTo(other)));
        }
        return Condition.UNKNOWN;
    }

    private Condition is(Token start, Operand left, boolean negated) {
        Token token = reader.peek();
        if (token.isWord("TRUE") || token.isWord("FALSE")) {
            throw reader.error("IS takes NULL, a text or a number; write = TRUE instead", token);
        }
        Literal right = operands.literal("NULL, a text or a number");
        if (right instanceof NullLiteral) {
            Condition isNull = left instanceof Literal ? new Constant(left instanceof NullLiteral) : new IsNull(left);
            return negated ? new Not(isNull) : isNull;
        }
        CompareOp op = negated ? CompareOp.NOT_EQUAL : CompareOp.EQUAL;
        return new Decided(compare(start, left, op, right), negated);
    }

    private Condition between(Token start, Operand subject) {
        Literal low = operands.literal("a literal");
        reader.expectWord("AND");
        Literal high = operands.literal("a literal");
        return new And(List.of(
                compare(start, subject, CompareOp.GREATER_OR_EQUAL, low),
                compare(start, subject, CompareOp.LESS_OR_EQUAL, high)));
    }

    private Condition in(Token start, Operand subject) {
        reader.expectSign("(");
        List<Literal> members = new ArrayList<>();
        do {
            members.add(operands.literal("a literal"));
        } while (reader.takeIfSign(","));
        reader.expectSign(")");
        if (subject instanceof Literal literal) {
            return new Or(members.stream()
                    .map(member -> fold(literal, CompareOp.EQUAL, member))
                    .toList());
        }
        Stored stored = stored(start, subject);
        List<Value> values = members.stream()
                .filter(Value.class::isInstance)
                .map(Value.class::cast)
                .toList();
        return values.isEmpty() ? Condition.UNKNOWN : new In(stored, values, values.size() < members.size());
    }

    private Condition like(Token start, Operand subject) {
        if (subject instanceof Literal) {
            throw reader.error("the left side of LIKE must be a column or json_extract", start);
        }
        Token pattern = reader.expect(Kind.STRING, "a pattern in single quotes");
        LikePattern rewritten = LikePattern.of(pattern.text(), escape());
        if (rewritten == null) {
            throw reader.error("the pattern ends in its escape character", pattern);
        }
        return new Like(stored(start, subject), rewritten);
    }

    private @Nullable Integer escape() {
        if (!reader.takeIfWord("ESCAPE")) {
            return null;
        }
        Token escape = reader.expect(Kind.STRING, "an escape character in single quotes");
        if (escape.text().codePointCount(0, escape.text().length()) != 1) {
            throw reader.error("ESCAPE takes exactly one character", escape);
        }
        return escape.text().codePointAt(0);
    }

    private Stored stored(Token start, Operand operand) {
        if (operand instanceof Stored stored) {
            return stored;
        }
        throw reader.error("data takes only json_extract(data, '$.path') and IS [NOT] NULL", start);
    }
}
