package io.synthlab.persistence.internal.query;

import io.synthlab.persistence.SortOrder;
import java.util.List;

/** How lists of PR-FAQs are sorted; the columns are those of the list, the topic of the execution among them. */
public final class PrfaqOrder {
    private static final String GENERATED_AT = "generated_at";
    private static final String EXEC_ID = "exec_id";

    /** What may be asked for, and the newest first if nobody asks. */
    public static final RowOrder.Rules RULES = new RowOrder.Rules(
            List.of(
                    RowOrder.Column.of(EXEC_ID),
                    RowOrder.Column.nullable("topic_name"),
                    RowOrder.Column.nullable("headline"),
                    RowOrder.Column.nullable("one_liner"),
                    RowOrder.Column.nullable("faq_count"),
                    RowOrder.Column.nullable(GENERATED_AT),
                    RowOrder.Column.nullable("validation_status"),
                    RowOrder.Column.nullable("confidence_score")),
            List.of(new RowOrder.Key(GENERATED_AT, SortOrder.DESC, true)),
            List.of(EXEC_ID));

    private PrfaqOrder() {}
}
