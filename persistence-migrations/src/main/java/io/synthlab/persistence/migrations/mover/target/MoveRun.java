package io.synthlab.persistence.migrations.mover.target;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move, as the target remembers it.
 *
 * @param id name of the run
 * @param finished whether every row has arrived or is in quarantine, and keys and indexes are back
 * @param source path of the source
 * @param fingerprint what would change if somebody wrote to the source, see {@code SourceFile.fingerprint}
 * @param options what may be changed on the way, as the command line writes it
 * @param chunkBytes how the rows were divided
 * @param place directory with the private copy and the findings
 * @param startedAt when it began
 * @param finishedAt when it was finished, or {@code null}
 */
public record MoveRun(
        String id,
        boolean finished,
        String source,
        String fingerprint,
        String options,
        long chunkBytes,
        Path place,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
