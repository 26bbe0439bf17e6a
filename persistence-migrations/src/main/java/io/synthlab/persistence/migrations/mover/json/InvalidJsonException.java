package io.synthlab.persistence.migrations.mover.json;

import io.synthlab.persistence.migrations.mover.report.Rule;

/** A text is no JSON document that PostgreSQL would keep with its meaning; never repeats the text. */
public final class InvalidJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Rule rule;

    InvalidJsonException(Rule rule) {
        super(rule.description());
        this.rule = rule;
    }

    /** Returns what is wrong with it. */
    public Rule rule() {
        return rule;
    }
}
