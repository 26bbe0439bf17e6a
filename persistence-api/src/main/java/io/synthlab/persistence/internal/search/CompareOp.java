package io.synthlab.persistence.internal.search;

import java.util.Optional;

/** The six comparisons. */
enum CompareOp {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sql;

    CompareOp(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    static Optional<CompareOp> of(Token token) {
        if (token.isSign("==")) {
            return Optional.of(EQUAL);
        }
        if (token.isSign("!=")) {
            return Optional.of(NOT_EQUAL);
        }
        for (CompareOp op : values()) {
            if (token.isSign(op.sql)) {
                return Optional.of(op);
            }
        }
        return Optional.empty();
    }

    /** The comparison that means the same with both sides swapped. */
    CompareOp flipped() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }

    /** Tells whether it holds, given what a comparator says of left and right. */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
        };
    }
}
