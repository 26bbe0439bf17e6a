package io.synthlab.persistence.testkit.legacy;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.DatabaseException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes SQLite databases as a long-lived installation of the original application would have them.
 *
 * <pre>{@code
 * LegacySummary summary = LegacyDatabase.create(
 *         Path.of("legacy.db"), LegacyDatabase.options().withScale(0.1).withDirty(true));
 * }</pre>
 *
 * <p>Equal options give equal content, and with one SQLite version equal files. Sizes are linear in the scale. The
 * clean content has no integrity and no foreign key error, but what real files have:
 *
 * <ul>
 *   <li>{@code transcripts.id} is NULL except in a few batches; {@code synth_outcomes.id} is
 *       {@code <analysis>_<synth>}, in every sixth analysis {@code out_…}, and NULL under the placeholder experiments
 *       that older simulations left behind (their exp_, ana_ and sim_ ids share eight characters).
 *   <li>Timestamps in UTC with offset, in local time without, in SQLite's own form, and with a trailing Z; the fraction
 *       is missing when it is zero.
 *   <li>One exploration is a chain of 120 nodes, stored children first.
 *   <li>Names in decomposed Unicode form, synth ids in upper case, an experiment name of 100 emoji, and NULL where the
 *       application reads a default.
 *   <li>JSON as Python's encoder writes it, ASCII only; raw UTF-8 in {@code transcripts.messages} and
 *       {@code prfaq_metadata.json_content}.
 * </ul>
 *
 * <p>A dirty database has, besides, one row for each planted defect (their number does not depend on the scale), a
 * column {@code research_executions.summary_content} and a table {@code synths_backup_2025}. Files before version 15
 * have that column anyway, with a summary per completed batch, and those of version 7 a filled
 * {@code topic_guides_cache}.
 */
public final class LegacyDatabase {
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    /** What versions before 15 kept in the row of the batch. */
    private static final String SUMMARIES = "UPDATE research_executions SET summary_content = '# ' || topic_name"
            + " || char(10) || 'Síntese de ' || successful_count || ' entrevistas' WHERE status = 'completed'";

    private LegacyDatabase() {}

    /** Returns the default options: scale 1, seed 1, version 15, clean, with the older tables, nothing overwritten. */
    public static LegacyOptions options() {
        return LegacyOptions.DEFAULTS;
    }

    /**
     * Writes a database. It is built beside its place under the name {@code <file>.part} and moved there at the end, so
     * that nothing half-written stays.
     *
     * @param file where to; its folder must exist, its name must not contain a question mark
     * @param options what kind of database
     * @return what the database holds
     * @throws ConfigurationException if the file or one of its SQLite companions exists and is not to be overwritten,
     *     if its folder does not exist, or if SQLite cannot open such a name
     * @throws DatabaseException if SQLite cannot write it
     * @throws UncheckedIOException if it cannot be moved into its place
     */
    public static LegacySummary create(Path file, LegacyOptions options) {
        check(file, options);
        Path part = sibling(file, ".part");
        try {
            delete(part);
            LegacySummary summary = build(part, options);
            replace(part, file);
            return summary;
        } catch (SQLException cause) {
            throw new DatabaseException(
                    null, null, "SQLite could not write " + part + "; see the cause, nothing was kept", cause);
        } catch (IOException cause) {
            throw new UncheckedIOException("could not put the new database at " + file, cause);
        } finally {
            deleteQuietly(part);
        }
    }

    private static void check(Path file, LegacyOptions options) {
        if (file.toString().contains("?")) {
            throw new ConfigurationException(file + " has a question mark, which SQLite's driver cannot open");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ConfigurationException("the folder of " + file + " does not exist; create it first");
        }
        if (Files.isDirectory(file)) {
            throw new ConfigurationException(file + " is a folder; name a file");
        }
        withCompanions(file)
                .filter(Files::exists)
                .findFirst()
                .filter(found -> !options.overwrite())
                .ifPresent(found -> {
                    throw new ConfigurationException(found + " exists; choose another name or ask to overwrite it");
                });
    }

    private static LegacySummary build(Path part, LegacyOptions options) throws SQLException {
        Blueprint blueprint = new Blueprint(options.scale(), options.seed());
        try (DatabaseWriter writer = DatabaseWriter.open(part)) {
            fill(writer, LegacySchema.of(options), new LegacyContent(blueprint));
            if (options.schemaVersion() < LegacyOptions.NEWEST_VERSION) {
                writer.execute(SUMMARIES);
            }
            List<PlantedRow> planted = options.dirty() ? new Planter(writer, blueprint).plantAll() : List.of();
            LegacySummary summary = new LegacySummary(writer.rowsPerTable(), planted);
            writer.execute("PRAGMA journal_mode=WAL");
            return summary;
        }
    }

    /** Indexes come last, as they are built faster then. */
    private static void fill(DatabaseWriter writer, LegacySchema schema, LegacyContent content) throws SQLException {
        writer.execute("BEGIN");
        for (var table : schema.tables().entrySet()) {
            writer.execute(table.getValue());
            writer.insertAll(table.getKey(), content.rows(table.getKey()));
        }
        for (String index : schema.indexes()) {
            writer.execute(index);
        }
        writer.execute("COMMIT");
    }

    /** A companion of the old file would be taken for one of the new file. */
    private static void replace(Path part, Path file) throws IOException {
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(sibling(file, companion));
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path file) throws IOException {
        for (Path path : withCompanions(file).toList()) {
            Files.deleteIfExists(path);
        }
    }

    /** After a failure: the first error is the one to report. */
    private static void deleteQuietly(Path part) {
        withCompanions(part).map(Path::toFile).forEach(File::delete);
    }

    private static Stream<Path> withCompanions(Path file) {
        return Stream.concat(Stream.of(file), COMPANIONS.stream().map(suffix -> sibling(file, suffix)));
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
