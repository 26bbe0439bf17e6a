package io.synthlab.persistence.migrations.schema;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.migrations.BaselineOptions;
import io.synthlab.persistence.migrations.BaselineReport;
import io.synthlab.persistence.migrations.BaselineReport.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over a SQLite file of the original, versions 7 to 15, in place. */
public final class Baseline {
    /** Version whose schema is the original's version 15; later ones are applied by migrating. */
    private static final String FIRST_VERSION = "1";

    private static final Logger LOG = LoggerFactory.getLogger(Baseline.class);

    private Baseline() {}

    /**
     * Takes a file over.
     *
     * @param target which file
     * @param options where the backup goes and whether to repair
     * @return what was found and done
     */
    public static BaselineReport run(Target target, BaselineOptions options) {
        if (target.kind() == DatabaseKind.POSTGRESQL) {
            throw new ConfigurationException("baseline takes over SQLite files of the original; " + target.display()
                    + " is PostgreSQL: make its tables with synthlab-db schema migrate");
        }
        // Looking first: a file that is refused or done is neither locked nor waited for.
        return alreadyDone(target, options).orElseGet(() -> takeOver(target, options));
    }

    private static Optional<BaselineReport> alreadyDone(Target target, BaselineOptions options) {
        try (SchemaConnection connection = SchemaConnection.toRead(target)) {
            if (TableNames.read(connection).history()) {
                return Optional.of(nothingToDo(connection));
            }
            LegacyFile.recognise(connection, options.repair());
            return Optional.empty();
        }
    }

    private static BaselineReport takeOver(Target target, BaselineOptions options) {
        try (SchemaConnection connection = SchemaConnection.toBaseline(target)) {
            // Another process may have been faster while this one waited for the lock.
            if (TableNames.read(connection).history()) {
                return nothingToDo(connection);
            }
            LegacyFile file = LegacyFile.recognise(connection, options.repair());
            Path backup = FileBackup.write(target, options.backupDirectory().orElseGet(() -> directory(target)));
            List<String> tolerated = new ArrayList<>(file.apply(connection).tolerated());
            tolerated.addAll(DanglingReferences.count(connection).describe());
            new Versions(connection).baseline(FIRST_VERSION, "original, version 15");
            connection.commit();
            LOG.info("Took over {}, {}; backup {}", target.display(), file.recognised(), backup);
            return new BaselineReport(
                    Outcome.BASELINED,
                    file.recognised(),
                    file.lifting().tables(),
                    file.lifting().columns(),
                    file.repaired(),
                    tolerated,
                    Optional.of(backup));
        }
    }

    private static BaselineReport nothingToDo(SchemaConnection connection) {
        String message =
                "has a version history already: " + Inspection.of(connection).message();
        return new BaselineReport(
                Outcome.NOTHING_TO_DO, message, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    private static Path directory(Target target) {
        Path directory = target.requireFile().toAbsolutePath().getParent();
        return directory == null ? Path.of("").toAbsolutePath() : directory;
    }
}
