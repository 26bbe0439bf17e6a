package io.synthlab.persistence.cli;

import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.MoveRequest.Start;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how a copy begins, how fast it goes, and where its quarantine goes. */
final class CopyChoices {
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double SMALLEST_CHUNK = MoveRequest.SMALLEST_CHUNK_BYTES / BYTES_PER_MEGABYTE;
    private static final double LARGEST_CHUNK = MoveRequest.LARGEST_CHUNK_BYTES / BYTES_PER_MEGABYTE;

    @Option(names = "--resume", description = "go on with a copy that was cut off (default: refuse if one was begun)")
    private boolean resume;

    @Option(
            names = "--restart",
            description =
                    "throw away what a copy that was cut off has loaded, and begin anew (default: refuse if one was"
                            + " begun)")
    private boolean restart;

    @Option(
            names = "--quarantine-file",
            paramLabel = "FILE",
            defaultValue = "synthlab-quarantine.jsonl",
            description = "where rows in quarantine go as lines of JSON, if there are any; an older file is replaced"
                    + " (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path quarantineFile;

    @Option(
            names = "--rate-limit",
            paramLabel = "MB",
            description = "megabytes of values a second at most (default: as fast as it goes)")
    private @Nullable Double rateLimit;

    @Option(
            names = "--chunk-size",
            paramLabel = "MB",
            description = "megabytes of values in one transaction, 0.01-1000; a copy that is stopped ends the chunk of"
                    + " each connection first, and --resume keeps the size (default: 16)")
    private @Nullable Double chunkSize;

    /** Finds out what is wrong with the call before a server is started or a schema made. */
    void check() {
        if (resume && restart) {
            throw new ConfigurationException("choose one of --resume and --restart");
        }
        if (rateLimit != null && !(rateLimit > 0)) {
            throw new ConfigurationException("--rate-limit must be above 0 but was " + rateLimit);
        }
        if (chunkSize != null && !(chunkSize >= SMALLEST_CHUNK && chunkSize <= LARGEST_CHUNK)) {
            throw new ConfigurationException("--chunk-size must be 0.01-1000 but was " + chunkSize);
        }
    }

    /** Adds them to a request. */
    MoveRequest applyTo(MoveRequest request) {
        return request.withStart(resume ? Start.RESUME : restart ? Start.RESTART : Start.NEW)
                .withRateLimit(rateLimit == null ? 0 : (long) (rateLimit * BYTES_PER_MEGABYTE))
                .withChunkBytes(
                        chunkSize == null ? MoveRequest.DEFAULT_CHUNK_BYTES : (long) (chunkSize * BYTES_PER_MEGABYTE))
                .withQuarantineFile(quarantineFile);
    }
}
