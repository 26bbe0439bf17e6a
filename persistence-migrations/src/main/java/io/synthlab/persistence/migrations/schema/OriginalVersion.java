package io.synthlab.persistence.migrations.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which version of the original a SQLite file is of, and what it lacks to be version 15 (data dictionary, section 10).
 *
 * @param recognised what it is, for people
 * @param refused what was seen that makes it none of versions 7 to 15; empty if it is one
 * @param tables tables that it lacks
 * @param columns columns that it lacks in tables it has, as {@code table.column}; each has a default
 */
public record OriginalVersion(String recognised, List<String> refused, List<String> tables, List<String> columns) {

    /**
     * Looks at a file.
     *
     * @param file connection to it
     * @return what it is
     * @throws SQLException if SQLite cannot read it
     */
    public static OriginalVersion read(Connection file) throws SQLException {
        Facts found = SqliteFacts.read(file).withoutChecks();
        List<String> refused = new ArrayList<>(LegacySigns.upToVersion6(found));
        LegacySigns.missingSinceVersion7(found).forEach(table -> refused.add("no table " + table));
        Lifting lifting = Lifting.of(found);
        String recognised = refused.isEmpty() ? LegacySigns.describe(found) : "no file of versions 7 to 15";
        return new OriginalVersion(recognised, refused, lifting.tables(), lifting.columns());
    }
}
