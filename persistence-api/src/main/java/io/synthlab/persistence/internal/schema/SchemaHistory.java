package io.synthlab.persistence.internal.schema;

/** Names that this module and the migrations module agree on. */
public final class SchemaHistory {
    /** Table that records which versions were applied. */
    public static final String TABLE = "synthlab_schema_history";
    /** Schema version this build of the library works with. */
    public static final String EXPECTED_VERSION = "2";

    private SchemaHistory() {}
}
