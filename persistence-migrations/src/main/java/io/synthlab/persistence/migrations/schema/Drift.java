package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.SchemaMismatchException;
import io.synthlab.persistence.migrations.SchemaVersion;
import io.synthlab.persistence.migrations.schema.Difference.Change;
import io.synthlab.persistence.migrations.schema.Fact.Kind;
import java.sql.SQLException;
import java.util.List;

/**
 * How a database differs from what is expected where its newest version is applied. Tables of others are none of its
 * business.
 *
 * @param version the newest version that is there
 * @param differences what differs
 * @param tolerated what differs in a file that was taken over, and may
 */
record Drift(String version, List<Difference> differences, List<Difference> tolerated) {
    private static final int SHOWN = 10;

    /** Looks at a database that has a version. */
    static Drift of(SchemaConnection connection, List<SchemaVersion> installed) {
        return of(connection, installed.get(installed.size() - 1).version(), isTakenOver(installed));
    }

    /** Returns whether the first version was there before this library. */
    static boolean isTakenOver(List<SchemaVersion> installed) {
        return installed.stream().anyMatch(version -> version.state() == SchemaVersion.State.BASELINE);
    }

    static Drift of(SchemaConnection connection, String version, boolean takenOver) {
        Facts expected =
                Facts.ofTables(connection.target().scripts().tables(version, connection.kind()), connection.kind());
        Facts found = read(connection);
        Tolerance tolerance = new Tolerance(expected, found);
        List<Difference> all = found.differencesTo(expected).stream()
                .filter(difference -> difference.key().kind() != Kind.TABLE || difference.change() != Change.SURPLUS)
                .toList();
        return new Drift(
                version,
                all.stream()
                        .filter(difference -> !takenOver || !tolerance.allowsTakenOver(difference))
                        .toList(),
                all.stream()
                        .filter(difference -> takenOver && tolerance.allowsTakenOver(difference))
                        .toList());
    }

    /** Says what differs, one sentence each. */
    List<String> describe() {
        return describe(differences);
    }

    /** Says what differs and may, one sentence each. */
    List<String> describeTolerated() {
        return describe(tolerated);
    }

    /** Says what differs and changes an answer, one sentence each: not an index of somebody's own. */
    List<String> describeHarmful() {
        return describe(differences.stream()
                .filter(difference -> difference.key().kind() != Kind.INDEX || difference.change() != Change.SURPLUS)
                .toList());
    }

    /**
     * Refuses a step that did not lead where it should. An index of somebody's own changes no answer and is no reason.
     *
     * @param step what was done, for the message
     */
    void requireNone(String step) {
        List<String> lines = describeHarmful();
        if (!lines.isEmpty()) {
            String shown = String.join("; ", lines.subList(0, Math.min(SHOWN, lines.size())));
            String rest = lines.size() > SHOWN ? " and " + (lines.size() - SHOWN) + " more" : "";
            throw new SchemaMismatchException(
                    null,
                    null,
                    step + " did not lead to the schema that is expected and was undone, nothing was changed: " + shown
                            + rest
                            + "; mend what was changed by hand (synthlab-db schema check lists it before a step)",
                    null);
        }
    }

    private List<String> describe(List<Difference> which) {
        return which.stream()
                .map(difference -> difference.describe("version " + version))
                .toList();
    }

    private static Facts read(SchemaConnection connection) {
        try {
            return connection.kind() == DatabaseKind.SQLITE
                    ? SqliteFacts.read(connection.jdbc())
                    : PostgresFacts.read(connection.jdbc());
        } catch (SQLException e) {
            throw connection.translate(e);
        }
    }
}
