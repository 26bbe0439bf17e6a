package io.synthlab.persistence.internal.factory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.internal.factory.SwitchFile.Content;
import io.synthlab.persistence.observe.SwitchChange.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a factory makes of its switches file, poll by poll. */
class SwitchFollowerTest {
    @TempDir
    private Path directory;

    private Path path;
    private Board board;
    private SwitchFollower follower;

    /** Keeps what it was told; knows one provider. */
    private static final class Board implements SwitchFollower.Board {
        private final List<String> told = new ArrayList<>();

        @Override
        public void check(Content content) {
            content.own().values().forEach(state -> {
                if (!state.equals("jpa") && !state.equals("legacy-jdbc")) {
                    throw new ConfigurationException("no such provider");
                }
            });
        }

        @Override
        public void follow(Content content, Cause cause) {
            told.add(cause + " " + content.own());
        }
    }

    @BeforeEach
    void create() {
        path = directory.resolve("switches.properties");
        board = new Board();
        follower = new SwitchFollower(new SwitchFile(path), board);
    }

    private void write(String text) throws IOException {
        Files.writeString(path, text);
    }

    private void synths(String state) throws IOException {
        write("synthlab.provider.synths=" + state + "\n");
    }

    private List<String> told() {
        List<String> told = List.copyOf(board.told);
        board.told.clear();
        return told;
    }

    @Test
    void theFirstReadingCounts() throws IOException {
        synths("jpa");
        assertEquals(Map.of(RepositoryName.SYNTHS, "jpa"), follower.first().own());
        follower.poll();
        follower.poll();
        assertEquals(List.of(), told(), "nothing new");
    }

    @Test
    void aChangeCountsWhenItIsSeenTwice() throws IOException {
        synths("jpa");
        follower.first();
        write(""); // another process begins to write
        follower.poll();
        synths("legacy-jdbc");
        follower.poll();
        assertEquals(List.of(), told(), "half of a file is no change");
        follower.poll();
        assertEquals(List.of("FILE {synths=legacy-jdbc}"), told());
        follower.poll();
        assertEquals(List.of(), told());
    }

    @Test
    void aFileThatComesLaterIsTakenUp() throws IOException {
        assertEquals(Content.NONE, follower.first());
        follower.poll();
        synths("jpa");
        follower.poll();
        follower.poll();
        assertEquals(List.of("FILE {synths=jpa}"), told());
    }

    @Test
    void aBadFileChangesNothingAndIsWarnedAboutOnce() throws IOException {
        synths("jpa");
        follower.first();
        String warnings = warningsOf(() -> {
            synths("nonsense");
            for (int poll = 0; poll < 6; poll++) {
                follower.poll();
            }
        });
        assertEquals(1, warnings.lines().count(), warnings);
        assertTrue(
                warnings.contains(
                        "switches file " + path + " is of no use: no such provider; the switches stay as they are"),
                warnings);
        String gone = warningsOf(() -> {
            Files.delete(path);
            follower.poll();
            follower.poll();
        });
        assertEquals(1, gone.lines().count(), gone);
        assertTrue(gone.contains("it does not exist any more"), gone);
        assertEquals(List.of(), told());
        synths("legacy-jdbc");
        follower.poll();
        follower.poll();
        assertEquals(List.of("FILE {synths=legacy-jdbc}"), told(), "mended");
        String again = warningsOf(() -> {
            Files.delete(path);
            follower.poll();
        });
        assertEquals(1, again.lines().count(), "a new problem is told again");
    }

    /** Runs something and returns what was logged; the logger of the tests prints to the error stream. */
    private static String warningsOf(IoAction action) throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private interface IoAction {
        void run() throws IOException;
    }

    @Test
    void aBadFileAtTheBeginningIsAnError() throws IOException {
        synths("nonsense");
        assertEquals(
                "switches file " + path + " is of no use: no such provider",
                assertThrows(ConfigurationException.class, follower::first).getMessage());
        Files.delete(path);
        Files.createDirectory(path);
        assertTrue(assertThrows(ConfigurationException.class, follower::first)
                .getMessage()
                .startsWith("switches file " + path + " is of no use: it cannot be read"));
    }

    @Test
    void aChangeOfOursIsWrittenAndDone() throws IOException {
        write("synthlab.provider.research=legacy-jdbc\n");
        follower.first();
        follower.change(content -> content.with(RepositoryName.SYNTHS, "jpa"), Cause.CALL);
        assertEquals(1, board.told.size());
        assertTrue(told().get(0).startsWith("CALL {"), "with all that the file says");
        assertEquals("synthlab.provider.research=legacy-jdbc\nsynthlab.provider.synths=jpa\n", Files.readString(path));
        follower.poll();
        follower.poll();
        assertEquals(List.of(), told(), "known already");
    }

    @Test
    void aChangeThatCannotBeWrittenIsNotDone() throws IOException {
        synths("jpa");
        follower.first();
        Path elsewhere = directory.resolve("missing").resolve("switches.properties");
        SwitchFollower unwritable = new SwitchFollower(new SwitchFile(elsewhere), board);
        unwritable.first();
        String message = assertThrows(
                        ConfigurationException.class,
                        () -> unwritable.change(content -> content.with(RepositoryName.SYNTHS, "jpa"), Cause.CALL))
                .getMessage();
        assertEquals(
                "switches file " + elsewhere
                        + " cannot be changed (NoSuchFileException), so nothing was switched; make it"
                        + " writable, or change it where it comes from",
                message);
        synths("nonsense");
        assertThrows(
                ConfigurationException.class,
                () -> follower.change(content -> content.with(RepositoryName.RESEARCH, "jpa"), Cause.CALL));
        assertEquals("synthlab.provider.synths=nonsense\n", Files.readString(path));
        assertEquals(List.of(), told());
    }
}
