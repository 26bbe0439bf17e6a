package io.synthlab.persistence.benchmarks.move;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.benchmarks.jvm.FreshJvm;
import io.synthlab.persistence.benchmarks.jvm.Programs;
import io.synthlab.persistence.benchmarks.jvm.Steps;
import io.synthlab.persistence.migrations.Schema;
import io.synthlab.persistence.migrations.catalog.SchemaCatalog;
import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.testkit.TestDatabase;
import io.synthlab.persistence.testkit.legacy.LegacyDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * Moves one source several ways in turn, each into a new database with the schema: what one COPY stream of ready files takes,
 * the mover in a small heap, and pgloader where it is installed.
 *
 * @param scale size of the source, see {@code LegacyOptions}
 * @param rounds turns of each way
 * @param jobs connections of the mover
 */
public record MoveBenchmark(double scale, int rounds, int jobs) {
    private static final double COPY_TARGET = 1.8;
    private static final double PGLOADER_TARGET = 2.3;
    private static final String HEAP = "-Xmx256m";

    /** Rows per step, so that pgloader does not run out of its heap. */
    private static final String PGLOADER = """
            LOAD DATABASE FROM sqlite://%s INTO %s
             WITH data only, drop indexes, workers = 2, concurrency = 1, prefetch rows = 5000,
                  batch rows = 10000, batch size = 20MB;
            """;

    /**
     * Measures.
     *
     * @param directory where files are made; gigabytes for a large scale
     * @return a report
     * @throws IOException if a program cannot be run or fails
     * @throws SQLException if the server fails
     * @throws InterruptedException if the thread was interrupted
     */
    public String measure(Path directory) throws IOException, SQLException, InterruptedException {
        Path source = directory.resolve("source.db");
        LegacyDatabase.create(source, LegacyDatabase.options().withScale(scale));
        Path filled = fill(source, directory.resolve("filled.db"));
        Path files = Files.createDirectory(directory.resolve("files"));
        prepare(source, files, directory);
        Steps ways = Steps.seconds();
        Steps copying = Steps.seconds();
        Steps verifying = Steps.seconds();
        boolean pgloader = hasPgloader();
        for (int round = 0; round < rounds; round++) {
            System.err.printf("move: round %d of %d ...%n", round + 1, rounds);
            ways.add("one COPY stream", inNewDatabase(target -> ingest(target, files)));
            if (pgloader) {
                addPgloader(ways, filled, directory);
            }
            inNewDatabase(target -> {
                long copy = program("copy", source, target, directory, copying);
                ways.add("copy", copy);
                long verify = program("verify", source, target, directory, verifying);
                ways.add("verify", verify);
                ways.add("copy + verify", copy + verify);
                return copy;
            });
        }
        return report(source, ways, copying, verifying);
    }

    /** Something that is timed, in nanoseconds. */
    private interface Timed {
        long run(DatabaseUrl target) throws IOException, SQLException, InterruptedException;
    }

    private static long inNewDatabase(Timed work) throws IOException, SQLException, InterruptedException {
        try (TestDatabase database = TestDatabase.empty(DatabaseKind.POSTGRESQL)) {
            Schema.of(database.config().build()).migrate();
            return work.run(database.url());
        }
    }

    /** Gives every row a key, which others do not: what they would drop would make them faster. */
    private static Path fill(Path source, Path filled) throws IOException, SQLException {
        Files.copy(source, filled);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + filled);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE transcripts SET id = 'tra_' || rowid WHERE id IS NULL");
            statement.execute("UPDATE synth_outcomes SET id = analysis_id || '_' || synth_id WHERE id IS NULL");
        }
        return filled;
    }

    private void prepare(Path source, Path files, Path directory)
            throws IOException, SQLException, InterruptedException {
        inNewDatabase(target -> {
            program("copy", source, target, directory, Steps.seconds());
            try (Connection connection = connect(target)) {
                for (Table table : SchemaCatalog.tables()) {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(files, table)))) {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut("COPY " + table.name() + " TO STDOUT (FORMAT binary)", out);
                    }
                }
            }
            return 0;
        });
    }

    private static Path file(Path files, Table table) {
        return files.resolve(table.name() + ".bin");
    }

    private static long ingest(DatabaseUrl target, Path files) throws SQLException, IOException {
        long start = System.nanoTime();
        try (Connection connection = connect(target)) {
            for (Table table : SchemaCatalog.tables()) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file(files, table)), 1 << 16)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + table.name() + " FROM STDIN (FORMAT binary)", in, 1 << 16);
                }
            }
        }
        return System.nanoTime() - start;
    }

    private static Connection connect(DatabaseUrl target) throws SQLException {
        return DriverManager.getConnection(target.jdbcUrl(), target.user(), target.password());
    }

    private long program(String verb, Path source, DatabaseUrl target, Path directory, Steps phases)
            throws IOException, InterruptedException {
        // As the launcher of the command line runs it.
        String compiler = verb.equals("verify") ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1";
        long start = System.nanoTime();
        new FreshJvm(List.of(HEAP, compiler, "-XX:+UseSerialGC"))
                .run(
                        MoveProgram.class,
                        target,
                        phases,
                        verb,
                        source.toString(),
                        directory.toString(),
                        Integer.toString(jobs));
        return System.nanoTime() - start;
    }

    private static long pgloader(DatabaseUrl target, Path source, Path directory)
            throws IOException, InterruptedException {
        Path commands = directory.resolve("pgloader.load");
        String url = target.jdbcUrl().substring("jdbc:".length()).replace("//", "//" + target.user() + "@");
        Files.writeString(commands, PGLOADER.formatted(source, url.split("\\?")[0]));
        long start = System.nanoTime();
        Programs.run(List.of("pgloader", "--dynamic-space-size", "4096", "--on-error-stop", commands.toString()));
        return System.nanoTime() - start;
    }

    /** It ends with an internal error now and then, on the same file that it loads the next time. */
    private static void addPgloader(Steps ways, Path source, Path directory)
            throws IOException, SQLException, InterruptedException {
        try {
            ways.add("pgloader", inNewDatabase(target -> pgloader(target, source, directory)));
        } catch (IOException e) {
            System.err.println("move: this round is without pgloader: "
                    + String.valueOf(e.getMessage()).strip());
        }
    }

    private static boolean hasPgloader() throws InterruptedException {
        try {
            Programs.run(List.of("pgloader", "--version"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String report(Path source, Steps ways, Steps copying, Steps verifying) throws IOException {
        StringBuilder text = new StringBuilder();
        line(text, "%n## Move at scale %s, %.0f MB, seconds, median (min - max)%n", scale, Files.size(source) / 1e6);
        ways.all().forEach((way, values) -> line(text, "%-18s %s", way, values.text(1)));
        double copy = ways.of("copy").median();
        double limit = ways.of("one COPY stream").median();
        line(text, "copy to one COPY stream: %.2f times as fast (target %.1f)", limit / copy, COPY_TARGET);
        if (ways.has("pgloader")) {
            double pgloader = ways.of("pgloader").median();
            line(text, "copy to pgloader: %.2f times as fast (target %.1f)", pgloader / copy, PGLOADER_TARGET);
            line(
                    text,
                    "copy + verify to pgloader: %.2f times as fast (target 1.0)",
                    pgloader / ways.of("copy + verify").median());
        }
        line(text, "%nWhere the time goes, medians, %s:", HEAP);
        line(text, "  copy    %s", copying.medians(2));
        line(text, "  verify  %s", verifying.medians(2));
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format + "%n", values));
    }
}
