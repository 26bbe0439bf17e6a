package io.synthlab.persistence.benchmarks.move;

import io.synthlab.persistence.DatabaseUrl;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.migrations.mover.DataMover;
import io.synthlab.persistence.migrations.mover.MoveRequest;
import io.synthlab.persistence.migrations.mover.report.Progress;
import io.synthlab.persistence.migrations.mover.report.ProgressListener;
import java.nio.file.Path;
import java.util.Locale;

/** Copies or verifies in a JVM of its own, and prints how long each phase took. */
final class MoveProgram implements ProgressListener {
    /** Begin of every line that is a phase. */
    static final String PHASE = "PHASE ";

    private long began = System.nanoTime();
    private String phase = "look";

    private MoveProgram() {}

    /**
     * Moves once.
     *
     * @param arguments copy or verify, source, target, user, password, work directory, jobs
     */
    public static void main(String[] arguments) {
        PersistenceConfig target = PersistenceConfig.builder()
                .databaseUrl(arguments[2])
                .credentials(arguments[3], arguments[4])
                .build();
        MoveRequest request = MoveRequest.of(DatabaseUrl.sqlite(arguments[1]), target)
                .withWorkDirectory(Path.of(arguments[5]))
                .withJobs(Integer.parseInt(arguments[6]));
        MoveProgram program = new MoveProgram();
        if (arguments[0].equals("copy")) {
            DataMover.copy(request, program);
        } else if (!DataMover.verify(request, program).isEqual()) {
            throw new IllegalStateException("both sides are not equal");
        }
        program.begins(Progress.Phase.VERIFY, 0);
    }

    @Override
    public void begins(Progress.Phase next, long rows) {
        long now = System.nanoTime();
        System.out.println(PHASE + phase + "=" + (now - began));
        began = now;
        phase = next.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void progress(Progress progress) {
        // The phases are enough.
    }
}
