package io.synthlab.persistence.cli.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.DatabaseKind;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.cli.Wait;
import io.synthlab.persistence.error.ConfigurationException;
import io.synthlab.persistence.observe.SwitchChange;
import io.synthlab.persistence.testkit.SynthLabDatabase;
import io.synthlab.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several factories follow one switches file. */
@SynthLabDatabase(kind = DatabaseKind.SQLITE)
class FleetIT {
    @TempDir
    private Path directory;

    private final List<RepositoryFactory> fleet = new ArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void keep(TestDatabase freshDatabase) {
        database = freshDatabase;
    }

    @AfterEach
    void close() {
        fleet.forEach(RepositoryFactory::close);
    }

    private RepositoryFactory open(Path file) {
        RepositoryFactory member = RepositoryFactory.open(database.config()
                .provider("legacy-jdbc")
                .set("synthlab.switches-file", file.toString())
                .set("synthlab.switches-poll", "250ms")
                .build());
        fleet.add(member);
        return member;
    }

    private void untilAll(RepositoryName name, String state) throws TimeoutException {
        Wait.until(
                "every member has switched " + name + " to " + state,
                () -> fleet.stream()
                        .allMatch(member -> member.switches().current(name).equals(state)));
    }

    @Test
    void given_a_fleet_when_one_member_switches_then_all_follow_and_say_why() throws Exception {
        Path file = directory.resolve("switches.properties");
        RepositoryFactory first = open(file);
        RepositoryFactory second = open(file);
        List<SwitchChange> heard = Collections.synchronizedList(new ArrayList<>());
        second.switches().addListener(heard::add);
        first.switches().use(RepositoryName.SYNTHS, "jpa");
        assertEquals("jpa", first.switches().current(RepositoryName.SYNTHS), "at once where it was asked");
        untilAll(RepositoryName.SYNTHS, "jpa");
        Wait.until("the listener has heard of it", () -> !heard.isEmpty()); // it is told after the change
        assertEquals(
                List.of(new SwitchChange(RepositoryName.SYNTHS, "legacy-jdbc", "jpa", SwitchChange.Cause.FILE)), heard);
        second.switches().useForAll("compare:legacy-jdbc,jpa");
        untilAll(RepositoryName.RESEARCH, "compare:legacy-jdbc,jpa");
        assertEquals("synthlab.provider=compare:legacy-jdbc,jpa\n", Files.readString(file));
        RepositoryFactory third = open(file);
        assertEquals("compare:legacy-jdbc,jpa", third.switches().current(RepositoryName.SYNTHS), "from the beginning");
    }

    /** As a container platform mounts a file: the name is a link through a directory link that is swapped. */
    @Test
    void given_a_mount_of_links_when_it_is_swapped_then_the_new_content_counts_and_a_bad_one_does_not()
            throws Exception {
        Path mounted = directory.resolve("switches.properties");
        Path data = directory.resolve("..data");
        publish(data, "one", "synthlab.provider.synths=jpa\n");
        Files.createSymbolicLink(mounted, Path.of("..data", "switches.properties"));
        RepositoryFactory member = open(mounted);
        assertEquals("jpa", member.switches().current(RepositoryName.SYNTHS));
        publish(data, "two", "synthlab.provider.synths=legacy-jdbc\nsynthlab.provider.research=jpa\n");
        untilAll(RepositoryName.RESEARCH, "jpa");
        untilAll(RepositoryName.SYNTHS, "legacy-jdbc");
        publish(data, "three", "synthlab.provider.research=nonsense\n");
        publish(data, "four", "synthlab.provider.prfaqs=jpa\n");
        untilAll(RepositoryName.PRFAQS, "jpa");
        assertEquals("legacy-jdbc", member.switches().current(RepositoryName.RESEARCH), "as configured again");
        publish(data, "five", "synthlab.provider.prfaqs\n");
        assertThrows(ConfigurationException.class, () -> member.switches().use(RepositoryName.SYNTHS, "jpa"));
        assertEquals("jpa", member.switches().current(RepositoryName.PRFAQS));
    }

    private void publish(Path data, String version, String text) throws IOException {
        Path target = Files.createDirectory(directory.resolve(".." + version));
        Files.writeString(target.resolve("switches.properties"), text);
        Path link = Files.createSymbolicLink(directory.resolve("..tmp"), target.getFileName());
        Files.move(link, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
