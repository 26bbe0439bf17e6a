package io.synthlab.persistence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The demo tells its story, the story is true, and nothing of it stays behind. */
class DemoIT {
    private static final List<String> STEPS = List.of(
            "1. Make a sample of the legacy SQLite database",
            "2. Start a real PostgreSQL",
            "3. Give it the schema",
            "4. Copy every row",
            "5. Prove that nothing was lost",
            "6. Open the repositories, served by legacy-jdbc first",
            "7. Switch one repository after the other to jpa and back",
            "8. Compare before you switch",
            "9. One unit of work over both implementations is one transaction");

    @TempDir
    Path directory;

    @RegisterExtension
    final SystemProperties settings = new SystemProperties();

    /** Servers below this process; their workers come and go. */
    private static Set<ProcessHandle> servers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").matches(".*postgres.* -D .*"))
                .collect(Collectors.toSet());
    }

    private static void assertSays(String regex, Cli.Run run) {
        assertTrue(
                Pattern.compile(regex, Pattern.MULTILINE).matcher(run.out()).find(),
                () -> regex + " in:\n" + run.out());
    }

    private static Path sample(Cli.Run run) {
        Matcher told = Pattern.compile("^   (.+legacy\\.db): [0-9,]+ rows in 19 tables$", Pattern.MULTILINE)
                .matcher(run.out());
        assertTrue(told.find(), run::out);
        return Path.of(told.group(1));
    }

    @Test
    void tells_the_whole_story_and_cleans_up() {
        settings.set("synthlab.database-url", "postgresql://other:secret@nowhere.invalid/y");
        settings.set("synthlab.provider.synths", "jpa");
        Set<ProcessHandle> before = servers();

        Cli.Run run = Cli.line("demo --scale 0.05").endsWith(ExitCode.DONE);

        assertEquals("", run.err());
        int at = 0;
        for (String step : STEPS) {
            int found = run.out().indexOf(System.lineSeparator() + step, at);
            assertTrue(found >= at, () -> step + " in:\n" + run.out());
            at = found;
        }
        assertSays("^   applied V1, nineteen tables$", run);
        assertSays("^Copied [0-9,]+ rows of 19 tables, ", run);
        assertSays("^Compared [0-9,]+ rows of 19 tables .*: every value is equal\\.$", run);
        assertSays("^Done in [0-9.]+ s\\.$", run);
        assertFalse(run.out().contains("DIFFERENCES"), run::out);

        assertFalse(Files.exists(sample(run).getParent()));
        Set<ProcessHandle> left = servers();
        left.removeAll(before);
        assertEquals(Set.of(), left);
    }

    @Test
    void what_it_keeps_can_be_looked_at() {
        Path kept = directory.resolve("kept");
        Cli.Run run = Cli.line("demo --scale 0.01 --keep", kept.toString()).endsWith(ExitCode.DONE);

        for (RepositoryName name : RepositoryName.values()) {
            assertSays("^   found \\[jpa, legacy-jdbc]; on now: \\{.*" + name + "=legacy-jdbc[,}]", run);
            assertSays("^   " + name + " +legacy-jdbc -> jpa -> legacy-jdbc, same answers: .+", run);
        }
        assertSays("^   [0-9,]+ reading calls compared, 0 differences$", run);
        assertSays("^   on now: \\{experiments=legacy-jdbc, .*, synths=jpa, .*}$", run);
        assertSays("^   committed: experiment exp_[0-9a-f]{8} through legacy-jdbc and synth demo01 through jpa$", run);
        assertSays("^   rolled back: experiment exp_[0-9a-f]{8} and the synth's new picture, both gone$", run);
        assertSays("^   inside a savepoint: synths\\[id=demo01]: ", run);
        assertSays("the experiment is \"Three-tap checkout\" now$", run);

        assertEquals(kept.resolve("legacy.db"), sample(run));
        Cli.Run verify = Cli.line(
                        "data verify",
                        "--from",
                        MoveFixture.url(sample(run)),
                        "--to",
                        "embedded:" + kept.resolve("postgresql"))
                .endsWith(ExitCode.NOT_EQUAL);
        assertSays("^Different: synths\\[id=demo01] is only in the target$", verify);
        Cli.Run again = Cli.line("demo --scale 0.01 --keep", kept.toString()).endsWith(ExitCode.USAGE);
        assertTrue(again.err().contains("--keep must name an empty or a missing directory"), again::err);
    }
}
