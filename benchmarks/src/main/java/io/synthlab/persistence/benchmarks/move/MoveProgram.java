package io.synthlab.persistence.benchmarks.move;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.benchmarks.jvm.Marks;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import java.nio.file.Path;
import java.util.Locale;

/** Copies or verifies in a JVM of its own, and prints how long each phase took. */
final class MoveProgram implements ProgressListener {
    private final Marks marks = new Marks();
    private String phase = "look";

    private MoveProgram() {}

    /**
     * Moves once.
     *
     * @param arguments target, user, password, copy or verify, source, work directory, jobs
     */
    public static void main(String[] arguments) {
        PersistenceConfig target = PersistenceConfig.builder()
                .databaseUrl(arguments[0])
                .credentials(arguments[1], arguments[2])
                .build();
        MoveRequest request = MoveRequest.of(DatabaseUrl.sqlite(arguments[4]), target)
                .withWorkDirectory(Path.of(arguments[5]))
                .withJobs(Integer.parseInt(arguments[6]));
        MoveProgram program = new MoveProgram();
        if (arguments[3].equals("copy")) {
            DataMover.copy(request, program);
        } else if (!DataMover.verify(request, program).isEqual()) {
            throw new IllegalStateException("both sides are not equal");
        }
        program.begins(Progress.Phase.VERIFY, 0);
    }

    @Override
    public void begins(Progress.Phase next, long rows) {
        marks.end(phase);
        phase = next.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void progress(Progress progress) {
        // The phases are enough.
    }
}
