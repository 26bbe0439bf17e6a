package io.synthlab.persistence.internal.factory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.PersistenceConfig;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.error.TransactionException;
import io.synthlab.persistence.fixture.TestProvider;
import io.synthlab.persistence.internal.observe.Listeners;
import io.synthlab.persistence.internal.transaction.Binding;
import io.synthlab.persistence.internal.transaction.Bindings;
import io.synthlab.persistence.observe.Subscription;
import io.synthlab.persistence.observe.SwitchChange;
import io.synthlab.persistence.observe.SwitchChange.Cause;
import io.synthlab.persistence.spi.DatabaseContext;
import io.synthlab.persistence.spi.ProviderSession;
import io.synthlab.persistence.spi.RepositoryProvider;
import io.synthlab.persistence.spi.UnitOfWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SwitchBoardTest {
    private final TestProvider jpa = new TestProvider("jpa");
    private final TestProvider legacy = new TestProvider("legacy-jdbc");
    private final TestProvider partial = new TestProvider("partial", RepositoryName.SYNTHS);

    private static PersistenceConfig.Builder config() {
        return PersistenceConfig.builder().databaseUrl("sqlite:///never-opened.db");
    }

    private final Listeners listeners = new Listeners();

    private SwitchBoard board(PersistenceConfig.Builder config, RepositoryProvider... providers) {
        return new SwitchBoard(ProviderRegistry.of(List.of(providers)), config.build(), new NoDatabase(), listeners);
    }

    /** Sessions keep it and none of these tests calls a repository. */
    private static final class NoDatabase implements DatabaseContext {
        @Override
        public DatabaseKind kind() {
            return DatabaseKind.SQLITE;
        }

        @Override
        public UnitOfWork unit() {
            throw new TransactionException("none");
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }

        @Override
        public ZoneId naiveZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Path avatarDirectory() {
            return Path.of("avatars");
        }
    }

    private static Map<RepositoryName, String> all(String provider) {
        Map<RepositoryName, String> all = new EnumMap<>(RepositoryName.class);
        for (RepositoryName name : RepositoryName.values()) {
            all.put(name, provider);
        }
        return all;
    }

    @Test
    void beginsWithTheDefault() {
        assertEquals(all("legacy-jdbc"), board(config(), jpa, legacy).current());
        assertEquals(all("jpa"), board(config(), jpa).current());
        assertEquals(all("jpa"), board(config().provider("jpa"), jpa, legacy).current());
    }

    @Test
    void oneRepositoryCanHaveAProviderOfItsOwn() {
        SwitchBoard board = board(config().provider(RepositoryName.SYNTHS, "jpa"), jpa, legacy);
        assertEquals("jpa", board.current(RepositoryName.SYNTHS));
        assertEquals("legacy-jdbc", board.current(RepositoryName.EXPERIMENTS));
        assertEquals(List.of("jpa", "legacy-jdbc"), board.providers());
    }

    @Test
    void switchesOneOrAll() {
        SwitchBoard board = board(config(), jpa, legacy);
        Bindings before = board.bindings();
        Object repository = before.of(RepositoryName.SYNTHS).repository();
        board.use(RepositoryName.SYNTHS, "jpa");
        assertEquals("jpa", board.current(RepositoryName.SYNTHS));
        assertEquals("legacy-jdbc", board.current(RepositoryName.SYNTH_GROUPS));
        assertSame(repository, before.of(RepositoryName.SYNTHS).repository(), "a captured state does not change");
        assertNotSame(repository, board.bindings().of(RepositoryName.SYNTHS).repository());
        board.useForAll("jpa");
        assertEquals(all("jpa"), board.current());
        board.use(RepositoryName.SYNTHS, "legacy-jdbc");
        assertSame(repository, board.bindings().of(RepositoryName.SYNTHS).repository(), "the same object as before");
    }

    @Test
    void whatCurrentReturnsDoesNotChange() {
        SwitchBoard board = board(config(), jpa, legacy);
        Map<RepositoryName, String> current = board.current();
        board.useForAll("jpa");
        assertNotEquals(current, board.current());
        assertThrows(UnsupportedOperationException.class, current::clear);
    }

    @Test
    void refusedSwitchesChangeNothing() {
        SwitchBoard board = board(config().provider("legacy-jdbc"), legacy, partial);
        String missing =
                "provider \"partial\" does not implement SynthRepository. Found: [legacy-jdbc, partial]; switch"
                        + " synths to another provider";
        String unknown =
                "no provider \"jap\". Found: [legacy-jdbc, partial]; add io.synthlab:persistence-legacy-jdbc or"
                        + " io.synthlab:persistence-jpa to the class path";
        assertRefused(missing, () -> board.use(RepositoryName.SYNTHS, "partial"));
        assertRefused(missing, () -> board.useForAll("partial"));
        assertRefused(unknown, () -> board.use(RepositoryName.SYNTHS, "jap"));
        assertRefused(unknown, () -> board.useForAll("jap"));
        assertEquals(all("legacy-jdbc"), board.current());
        board.use(RepositoryName.EXPERIMENTS, "partial");
        assertEquals("partial", board.current(RepositoryName.EXPERIMENTS));
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(ConfigurationException.class, call::run).getMessage());
    }

    @Test
    void comparingIsAStateThatTheFirstServes() {
        SwitchBoard board = board(config().provider("compare: jpa , legacy-jdbc"), jpa, legacy);
        assertEquals("compare:jpa,legacy-jdbc", board.current(RepositoryName.SYNTHS));
        Binding binding = board.bindings().of(RepositoryName.SYNTHS);
        assertEquals("jpa", binding.provider());
        assertEquals("legacy-jdbc", binding.check().provider());
        assertNotSame(binding.repository(), binding.check().repository());
        assertEquals("jpa", board.serving(RepositoryName.SYNTHS));
        board.use(RepositoryName.SYNTHS, "legacy-jdbc");
        assertSame(
                binding.check().repository(),
                board.bindings().of(RepositoryName.SYNTHS).repository());
        assertNull(board.bindings().of(RepositoryName.SYNTHS).check());
    }

    @Test
    void comparingNeedsTwoKnownProviders() {
        SwitchBoard board = board(config(), jpa, legacy);
        for (String odd : List.of("compare:jpa", "compare:jpa,jpa", "compare:", "compare:jpa,legacy-jdbc,jpa")) {
            assertRefused(
                    "comparing needs two different providers, the serving one first: compare:legacy-jdbc,jpa",
                    () -> board.use(RepositoryName.SYNTHS, odd));
        }
        assertThrows(ConfigurationException.class, () -> board.use(RepositoryName.SYNTHS, "compare:jpa,jap"));
        assertThrows(ConfigurationException.class, () -> board(config().provider("compare:jap,jpa"), jpa, legacy));
        assertEquals(all("legacy-jdbc"), board.current());
    }

    @Test
    void aDatabaseIsNoImplementationAndIsNeverRepeated() {
        SwitchBoard board = board(config(), jpa, legacy);
        for (String url : List.of("postgresql://me:planted-secret@host/db", "jdbc:sqlite:planted-secret.db")) {
            for (Executable use : List.<Executable>of(
                    () -> board.use(RepositoryName.SYNTHS, url),
                    () -> board.useForAll(url),
                    () -> board(config().provider(RepositoryName.SYNTHS, url), jpa, legacy))) {
                String message = assertThrows(ConfigurationException.class, use).getMessage();
                assertTrue(message.contains("cannot be split over two databases"), message);
                assertFalse(message.contains("planted-secret"), message);
            }
        }
    }

    @Test
    void listenersHearOfChangesAndOfNothingElse() {
        SwitchBoard board = board(config(), jpa, legacy);
        List<SwitchChange> heard = new ArrayList<>();
        Subscription subscription = board.addListener(heard::add);
        board.use(RepositoryName.SYNTHS, "legacy-jdbc");
        board.use(RepositoryName.SYNTHS, "jpa");
        assertThrows(ConfigurationException.class, () -> board.use(RepositoryName.SYNTHS, "jap"));
        assertEquals(List.of(new SwitchChange(RepositoryName.SYNTHS, "legacy-jdbc", "jpa", Cause.CALL)), heard);
        board.useForAll("jpa");
        assertEquals(RepositoryName.values().length, heard.size(), "all but one were changed now");
        subscription.close();
        board.useForAll("legacy-jdbc");
        assertEquals(RepositoryName.values().length, heard.size());
    }

    @Test
    void steppingBackHappensOnceAndOnlyFromTheStateThatWasJudged() {
        SwitchBoard board = board(config(), jpa, legacy);
        List<SwitchChange> heard = new ArrayList<>();
        board.addListener(heard::add);
        board.use(RepositoryName.SYNTHS, "compare:jpa,legacy-jdbc");
        Binding judged = board.bindings().of(RepositoryName.SYNTHS);
        board.use(RepositoryName.SYNTHS, "legacy-jdbc");
        board.use(RepositoryName.SYNTHS, "compare:jpa,legacy-jdbc");
        board.stepBack(RepositoryName.SYNTHS, judged);
        assertEquals("compare:jpa,legacy-jdbc", board.current(RepositoryName.SYNTHS), "switched on anew since");
        Binding now = board.bindings().of(RepositoryName.SYNTHS);
        heard.clear();
        board.stepBack(RepositoryName.SYNTHS, now);
        board.stepBack(RepositoryName.SYNTHS, now);
        assertEquals(
                List.of(new SwitchChange(RepositoryName.SYNTHS, "compare:jpa,legacy-jdbc", "jpa", Cause.BUDGET)),
                heard);
    }

    @Test
    void aSwitchesFileWinsOverTheConfigurationAndIsWritten(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("switches.properties");
        Files.writeString(file, "synthlab.provider.research=jpa\n");
        SwitchBoard board = board(
                config().provider(RepositoryName.SYNTHS, "jpa")
                        .provider(RepositoryName.RESEARCH, "legacy-jdbc")
                        .set("synthlab.switches-file", file.toString()),
                jpa,
                legacy);
        try (board) {
            assertEquals("jpa", board.current(RepositoryName.RESEARCH), "the file's line");
            assertEquals("jpa", board.current(RepositoryName.SYNTHS), "configured, no line");
            assertEquals("legacy-jdbc", board.current(RepositoryName.PRFAQS));
            board.use(RepositoryName.PRFAQS, "compare:legacy-jdbc,jpa");
            assertEquals(
                    "synthlab.provider.research=jpa\nsynthlab.provider.prfaqs=compare:legacy-jdbc,jpa\n",
                    Files.readString(file));
            board.stepBack(RepositoryName.PRFAQS, board.bindings().of(RepositoryName.PRFAQS));
            board.useForAll("legacy-jdbc");
            assertEquals("synthlab.provider=legacy-jdbc\n", Files.readString(file));
            assertEquals(all("legacy-jdbc"), board.current());
        }
        Files.writeString(file, "synthlab.provider.research=jap\n");
        int open = jpa.openSessions() + legacy.openSessions();
        assertThrows(
                ConfigurationException.class,
                () -> board(config().set("synthlab.switches-file", file.toString()), jpa, legacy));
        assertEquals(open, jpa.openSessions() + legacy.openSessions());
    }

    @Test
    void aStepBackThatCannotBeWrittenHappensHere(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("mount").resolve("switches.properties");
        Files.createDirectory(file.getParent());
        Files.writeString(file, "synthlab.provider=compare:legacy-jdbc,jpa\n");
        try (SwitchBoard board = board(config().set("synthlab.switches-file", file.toString()), jpa, legacy)) {
            Files.delete(file);
            Files.delete(file.getParent());
            assertThrows(ConfigurationException.class, () -> board.use(RepositoryName.SYNTHS, "jpa"));
            board.stepBack(RepositoryName.SYNTHS, board.bindings().of(RepositoryName.SYNTHS));
            assertEquals("legacy-jdbc", board.current(RepositoryName.SYNTHS));
        }
    }

    @Test
    void unknownProvidersAreRefusedBeforeAnythingIsOpened() {
        PersistenceConfig.Builder hidden = config().provider("jap");
        for (RepositoryName name : RepositoryName.values()) {
            hidden.provider(name, "jpa"); // nothing would be served by the default
        }
        for (PersistenceConfig.Builder config :
                List.of(config().provider("jap"), config().provider(RepositoryName.SYNTHS, "jap"), hidden)) {
            assertThrows(ConfigurationException.class, () -> board(config, jpa, legacy));
            assertEquals(0, jpa.openSessions() + legacy.openSessions());
        }
    }

    @Test
    void sessionsAreClosedWhenARepositoryIsMissing() {
        assertThrows(ConfigurationException.class, () -> board(config().provider("partial"), legacy, partial));
        assertEquals(0, legacy.openSessions() + partial.openSessions());
    }

    @Test
    void sessionsAreClosedWhenAProviderFails() {
        for (Throwable failure : new Throwable[] {new IllegalStateException(), new NoClassDefFoundError()}) {
            assertThrows(failure.getClass(), () -> board(config(), jpa, legacy, new Failing(failure)));
            assertEquals(0, jpa.openSessions() + legacy.openSessions());
        }
    }

    @Test
    void oneSessionThatCannotBeClosedDoesNotKeepTheOthersOpen() {
        SwitchBoard board = board(config(), jpa, legacy, new Failing(null));
        assertEquals(2, jpa.openSessions() + legacy.openSessions());
        board.close();
        assertEquals(0, jpa.openSessions() + legacy.openSessions());
    }

    /** Fails to connect, or to close if it is given no failure. */
    private record Failing(@Nullable Throwable failure) implements RepositoryProvider {
        @Override
        public String name() {
            return "k-failing";
        }

        @Override
        public ProviderSession connect(DatabaseContext database) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            return new ProviderSession() {
                @Override
                public <R> Optional<R> repository(Class<R> type) {
                    return Optional.empty();
                }

                @Override
                public void close() {
                    throw new IllegalStateException("cannot be closed, on purpose");
                }
            };
        }
    }
}
