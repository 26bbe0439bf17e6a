package io.synthlab.persistence.cli.generate;

import io.synthlab.persistence.migrations.draft.Hints;
import java.util.List;
import java.util.stream.Stream;

/**
 * One change of the model: pairs of text before and after, and the hints that a person gives.
 *
 * @param name what changes
 * @param edits old and new text in turn
 * @param renames hints
 * @param fills hints
 * @param lossy whether rows or values go with it, so that going back brings NULLs
 * @param alembic what Alembic's documentation says of its autogenerate for this kind of change
 */
record ModelChange(
        String name, List<String> edits, List<String> renames, List<String> fills, boolean lossy, String alembic) {
    private static final String DETECTED = "detected";
    private static final String NOT_DETECTED = "not detected";
    private static final String OPTIONAL = "detected if asked for";
    private static final String NOTE = "String note;";
    private static final String NOTHING = "/* nothing */";

    static Stream<ModelChange> all() {
        return Stream.of(
                of("a column", DETECTED, NOTE, NOTE + " String subtitle;"),
                of("a column named like a word of SQL", DETECTED, NOTE, NOTE + " @Column(name = \"end\") String last;"),
                of(
                        "a column with a default",
                        DETECTED,
                        NOTE,
                        NOTE + " @ColumnDefault(\"'pt'\") @Column(nullable = false) String lang;"),
                of("a column that takes no NULL", DETECTED, NOTE, NOTE + " @Column(nullable = false) String lang;")
                        .filled("books.lang='pt'"),
                of("a column with JSON", DETECTED, NOTE, NOTE + " @JdbcTypeCode(SqlTypes.JSON) String extra;"),
                of("a column that refers", DETECTED, NOTE, NOTE + " @References(table = \"books\") String sequel;"),
                of("a column less", DETECTED, NOTE, NOTHING).losing(),
                of(
                                "a column less that has a check and an index",
                                DETECTED,
                                "@Index(name = \"idx_books_pages\", columnList = \"pages\")}",
                                "}",
                                "@Column(check = @CheckConstraint(constraint = \"pages >= 0\")) Integer pages;",
                                NOTHING)
                        .losing(),
                of("a column renamed", NOT_DETECTED, NOTE, "String remark;").renamed("books.note:remark"),
                of(
                                "a column renamed that stands in keys and checks",
                                NOT_DETECTED,
                                "\"title\"}",
                                "\"headline\"}",
                                "\"char_length(title) <= 100\")) String title",
                                "\"char_length(headline) <= 100\")) String headline")
                        .renamed("books.title:headline"),
                of(
                                "a table renamed",
                                NOT_DETECTED,
                                "@Table(name = \"books\"",
                                "@Table(name = \"volumes\"",
                                "@References(table = \"books\"",
                                "@References(table = \"volumes\"")
                        .renamed("books:volumes"),
                of(
                        "a table",
                        DETECTED,
                        "@Entity @Table(name = \"authors\")",
                        "@Entity @Table(name = \"shops\") public static class Shop { @Id String id;"
                                + " @References(table = \"books\", onDelete = OnDelete.SET_NULL) String best; }\n"
                                + "@Entity @Table(name = \"authors\")"),
                of(
                                "a table less",
                                DETECTED,
                                "@Entity @Table(name = \"reviews\"",
                                "@MappedSuperclass @Table(name = \"reviews\"")
                        .losing(),
                of("NULL no longer taken", DETECTED, NOTE, "@Column(nullable = false) " + NOTE)
                        .filled("books.note=''"),
                of(
                        "NULL taken",
                        DETECTED,
                        "@Column(nullable = false, check = @CheckConstraint(constraint = \"char_length(title)",
                        "@Column(check = @CheckConstraint(constraint = \"char_length(title)"),
                of(
                        "integer to text",
                        DETECTED,
                        "@Column(check = @CheckConstraint(constraint = \"pages >= 0\")) Integer pages",
                        "String pages"),
                of("text to integer", DETECTED, "String code", "Integer code"),
                of("integer to real", DETECTED, "Integer pages", "Double pages"),
                of("text to JSON", DETECTED, "String editorId", "@JdbcTypeCode(SqlTypes.JSON) String editorId"),
                of("JSON to text", DETECTED, "@JdbcTypeCode(SqlTypes.JSON) String meta", "String meta"),
                of("a default", OPTIONAL, NOTE, "@ColumnDefault(\"'none'\") " + NOTE),
                of("another default", OPTIONAL, "@ColumnDefault(\"'DRAFT'\")", "@ColumnDefault(\"'OUT'\")"),
                of("a default less", OPTIONAL, "@ColumnDefault(\"'DRAFT'\")", ""),
                of("a unique key", DETECTED, "@Column(name = \"code\")", "@Column(name = \"code\", unique = true)"),
                of(
                        "a unique key less",
                        "not detected where unnamed",
                        ",\n    uniqueConstraints = @UniqueConstraint(columnNames = {\"author_id\", \"title\"})",
                        ""),
                of(
                        "another unique key",
                        "not detected where unnamed",
                        "{\"author_id\", \"title\"}",
                        "{\"title\", \"created_at\"}"),
                of(
                        "a foreign key",
                        DETECTED,
                        "@Column(name = \"editor_id\")",
                        "@Column(name = \"editor_id\") @References(table = \"authors\")"),
                of(
                        "a foreign key less",
                        "not detected where unnamed",
                        "@References(table = \"authors\", onDelete = OnDelete.CASCADE)",
                        ""),
                of(
                        "another delete action",
                        DETECTED,
                        "\"books\", onDelete = OnDelete.CASCADE",
                        "\"books\", onDelete = OnDelete.SET_NULL"),
                of(
                        "an index",
                        DETECTED,
                        "{@Index(name = \"idx_books_newest\"",
                        "{@Index(name = \"idx_books_code\", columnList = \"code, id\"), @Index(name = \"idx_books_newest\""),
                of(
                        "an index less",
                        DETECTED,
                        "{@Index(name = \"idx_books_newest\", columnList = \"created_at desc, id\"),",
                        "{"),
                of("an index in another order", DETECTED, "created_at desc, id", "created_at, id"),
                of(
                        "a check",
                        NOT_DETECTED,
                        "Double price",
                        "@Column(check = @CheckConstraint(constraint = \"price is null or price >= 0\")) Double price"),
                of("another check", NOT_DETECTED, "<= 100", "<= 80"),
                of(
                        "a check less",
                        NOT_DETECTED,
                        "@Column(check = @CheckConstraint(constraint = \"pages >= 0\")) Integer pages",
                        "Integer pages"),
                of("a value more in a list", NOT_DETECTED, "DRAFT, OUT", "DRAFT, OUT, GONE"),
                of("a value less in a list", NOT_DETECTED, "DRAFT, OUT", "DRAFT, OUT_OF_PRINT"),
                of(
                        "another primary key",
                        NOT_DETECTED,
                        "public static class Book {",
                        "@TableKey({\"id\", \"author_id\"}) public static class Book {",
                        "@Column(name = \"book_id\") @References(table = \"books\", onDelete = OnDelete.CASCADE)",
                        "@Column(name = \"book_id\")"),
                of(
                                "everything at once",
                                NOT_DETECTED,
                                NOTE,
                                "@Column(nullable = false) String remark; @ColumnDefault(\"1\") Integer edition;",
                                "Integer pages",
                                "Double pages",
                                "created_at desc, id",
                                "created_at desc, state",
                                "DRAFT, OUT",
                                "DRAFT, OUT, GONE")
                        .renamed("books.note:remark")
                        .filled("books.remark='-'"));
    }

    private static ModelChange of(String name, String alembic, String... edits) {
        return new ModelChange(name, List.of(edits), List.of(), List.of(), false, alembic);
    }

    private ModelChange renamed(String... hints) {
        return new ModelChange(name, edits, List.of(hints), fills, lossy, alembic);
    }

    private ModelChange filled(String... hints) {
        return new ModelChange(name, edits, renames, List.of(hints), lossy, alembic);
    }

    private ModelChange losing() {
        return new ModelChange(name, edits, renames, fills, true, alembic);
    }

    /** Returns the model after the change. */
    String source() {
        String source = Model.BASE;
        for (int i = 0; i < edits.size(); i += 2) {
            String old = edits.get(i);
            if (!source.contains(old)) {
                throw new AssertionError(name + ": the model has no " + old);
            }
            source = source.replace(old, edits.get(i + 1));
        }
        return source;
    }

    Hints hints() {
        return Hints.parse(renames, fills);
    }

    @Override
    public String toString() {
        return name;
    }
}
