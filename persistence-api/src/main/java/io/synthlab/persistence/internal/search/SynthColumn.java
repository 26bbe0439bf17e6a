package io.synthlab.persistence.internal.search;

import java.util.Optional;

/** The columns of table {@code synths}, in table order: the only names a search can mention. */
public enum SynthColumn {
    /** Primary key. */
    ID("id", false),
    /** Group, or NULL. */
    SYNTH_GROUP_ID("synth_group_id", true),
    /** Name. */
    NOME("nome", false),
    /** Description, or NULL. */
    DESCRICAO("descricao", true),
    /** Photo link, or NULL. */
    LINK_PHOTO("link_photo", true),
    /** Avatar path, or NULL. */
    AVATAR_PATH("avatar_path", true),
    /** Creation time as text. */
    CREATED_AT("created_at", false),
    /** Version of the synth's format, or NULL. */
    VERSION("version", true),
    /** JSON document, or NULL; {@code jsonb} on PostgreSQL, so it has no text that both databases share. */
    DATA("data", true);

    private final String sqlName;
    private final boolean nullable;

    SynthColumn(String sqlName, boolean nullable) {
        this.sqlName = sqlName;
        this.nullable = nullable;
    }

    /** Returns the name in the database, in lower case; it needs no quotes. */
    public String sqlName() {
        return sqlName;
    }

    /** Tells whether the column may hold NULL. */
    public boolean nullable() {
        return nullable;
    }

    /**
     * Finds a column by name.
     *
     * @param name a name; upper and lower case of A to Z are the same, in every locale
     * @return the column, or empty when the table has none of that name
     */
    public static Optional<SynthColumn> find(String name) {
        for (SynthColumn column : values()) {
            if (Ascii.equalsIgnoreCase(column.sqlName, name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
