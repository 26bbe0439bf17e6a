package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the definitions of a file differ from those of version 15.
 *
 * @param tolerance which differences may be
 * @param differences all of them; the checks are tried only where nothing else stands in their way
 */
record Comparison(Tolerance tolerance, List<Difference> differences) {

    static Comparison of(EmptyCopy copy) throws SQLException {
        // Checks are tried, whoever spelled them.
        Facts found = SqliteFacts.read(copy.connection()).withoutChecks();
        Facts expected = Facts.ofTables(SchemaCatalog.firstVersion(), DatabaseKind.SQLITE)
                .withoutChecks();
        Comparison structure = new Comparison(new Tolerance(expected, found), found.differencesTo(expected));
        if (!structure.refused().isEmpty()) {
            return structure;
        }
        List<Difference> all = new ArrayList<>(structure.differences);
        all.addAll(CheckTrial.run(copy, found));
        return new Comparison(structure.tolerance, all);
    }

    Facts found() {
        return tolerance.found();
    }

    /** Lists what this library cannot work with. */
    List<Difference> refused() {
        return differences.stream()
                .filter(difference -> !tolerance.allows(difference))
                .toList();
    }

    /** Says what may stay as it is and is worth a line. */
    List<String> tolerated() {
        return differences.stream()
                .filter(tolerance::allows)
                .filter(tolerance::isWorthTelling)
                .map(Difference::describe)
                .toList();
    }
}
