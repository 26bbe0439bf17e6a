package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.error.ConstraintViolationException.Kind.UNIQUE;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_GROUP;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.synth.GroupSynth;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthGroupDetail;
import io.synthlab.persistence.synth.SynthGroupSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Groups of synths, and the default group that always exists. */
public abstract class SynthGroupRepositoryContract extends ContractBase {
    private static final PageRequest FIRST = PageRequest.first();

    /** For the cells. */
    protected SynthGroupRepositoryContract() {}

    @ContractCase("R1-46")
    void given_a_fresh_database_when_listed_then_there_is_the_default_group() {
        Page<SynthGroupSummary> page = groups().list(FIRST);
        SynthGroupSummary group = page.items().get(0);
        assertEquals(1, page.items().size());
        assertEquals(1, page.total());
        assertEquals("grp_00000001", group.id());
        assertEquals("Default", group.name());
        assertEquals("Grupo padrão para synths sem grupo específico", group.description());
        assertEquals(0, group.synthCount());
    }

    @ContractCase("R1-47")
    void given_the_default_group_when_ensured_then_its_row_is_never_changed() {
        SynthGroupSummary first = groups().ensureDefaultGroup();
        assertEquals(SynthGroup.DEFAULT_ID, first.id());
        assertEquals(first, groups().ensureDefaultGroup());
        database().execute("UPDATE synth_groups SET name = ? WHERE id = ?", "Renamed", SynthGroup.DEFAULT_ID);
        assertEquals("Renamed", groups().ensureDefaultGroup().name());
        assertEquals(1, rows().count("synth_groups"));
    }

    /** By SQL, because the repository does not delete the default group. */
    @ContractCase("R1-48")
    void given_no_default_group_when_ten_threads_ensure_it_then_there_is_one() throws Exception {
        database().execute("DELETE FROM synth_groups");
        List<SynthGroupSummary> ensured = Race.of(10, () -> groups().ensureDefaultGroup());
        assertEquals(10, ensured.size());
        assertEquals(1, ensured.stream().distinct().count());
        assertEquals(clock().instant(), ensured.get(0).createdAt());
        assertEquals(1, rows().count("synth_groups"));
    }

    @Test
    void given_the_default_group_when_deleted_then_it_is_refused() {
        synths().save(synth("aaa111", "alpha"));
        InvalidRequestException refusal =
                assertThrows(InvalidRequestException.class, () -> groups().delete(SynthGroup.DEFAULT_ID));
        assertEquals("INVALID_REQUEST", refusal.code());
        assertEquals(1, groups().findById(SynthGroup.DEFAULT_ID).orElseThrow().synthCount());
    }

    @ContractCase("R1-49")
    void given_a_group_when_created_then_it_is_found_and_only_its_id_is_taken() {
        SynthGroup group = g1();
        assertSame(group, groups().create(group));
        assertEquals(Optional.of(new SynthGroupSummary(G1, "Batch", null, 0, day(1))), groups().findById(G1));
        assertViolation(UNIQUE, "synth_groups", "id=" + G1, () -> groups().create(group));
        groups().create(SynthGroup.of("grp_000000a2", "Batch", "", day(1)));
        assertEquals("", groups().findById("grp_000000a2").orElseThrow().description());
        assertEquals(Optional.empty(), groups().findById(NO_GROUP));
    }

    @ContractCase("R1-50")
    void given_blank_names_and_malformed_ids_when_created_then_they_are_refused_and_any_length_is_not() {
        assertRefused("synth_groups.name", G1, "   ");
        assertRefused("synth_groups.name", G1, "");
        assertRefused("synth_groups.id", "grp_12345", "Batch");
        assertRefused("synth_groups.id", G1 + "\n", "Batch");
        String longName = "é".repeat(5_000);
        groups().create(SynthGroup.of(G1, longName, null, day(1)));
        assertEquals(longName, groups().findById(G1).orElseThrow().name());
    }

    private void assertRefused(String field, String id, String name) {
        assertInvalid(field, () -> SynthGroup.of(id, name, null, day(1)));
        assertInvalid(field, () -> groups().create(new SynthGroup(id, name, null, day(1))));
        assertEquals(1, rows().count("synth_groups"));
    }

    @ContractCase("R1-51")
    void given_synths_in_groups_when_counted_then_list_and_single_read_agree() {
        groups().create(g1());
        groups().create(SynthGroup.of("grp_000000a2", "Other", null, day(2)));
        groups().create(SynthGroup.of("grp_000000a3", "Empty", null, day(3)));
        save(G1, "aaa111", "aaa112", "aaa113");
        save("grp_000000a2", "bbb111", "bbb112");
        rows().insert("synths", "id", "ccc111", "nome", "x", "created_at", "2025-01-01T00:00:00+00:00");
        assertCount(3, G1);
        assertCount(2, "grp_000000a2");
        assertCount(0, "grp_000000a3");
        assertCount(0, SynthGroup.DEFAULT_ID);
    }

    private void assertCount(long synths, String groupId) {
        SynthGroupSummary single = groups().findById(groupId).orElseThrow();
        assertEquals(synths, single.synthCount());
        assertTrue(groups().list(FIRST).items().contains(single));
    }

    @ContractCase("R1-52")
    void given_synths_of_three_days_when_the_detail_is_read_then_the_newest_comes_first() {
        groups().create(g1());
        synths().saveAll(List.of(at("aaa111", 1), at("aaa112", 2), at("aaa113", 3), at("aaa110", 3)));
        SynthGroupDetail detail = groups().findDetail(G1).orElseThrow();
        assertEquals(new SynthGroupSummary(G1, "Batch", null, 4, day(1)), detail.group());
        assertEquals(
                List.of("aaa110", "aaa113", "aaa112", "aaa111"),
                detail.synths().stream().map(GroupSynth::id).toList());
        assertEquals(
                new GroupSynth("aaa111", "nome", "um", "rel/x.jpg", G1, day(1)),
                detail.synths().get(3));
        assertEquals(Optional.empty(), groups().findDetail(NO_GROUP));
        assertEquals(
                List.of(),
                groups().findDetail(SynthGroup.DEFAULT_ID).orElseThrow().synths());
    }

    private static Synth at(String id, int day) {
        return new Synth(id, G1, "nome", "um", null, "rel/x.jpg", day(day), "2.3.0", null);
    }

    @Test
    void given_old_members_of_any_id_and_version_when_the_detail_is_read_then_they_are_there() {
        groups().create(g1());
        rows().insert(
                        "synths",
                        "id",
                        "an-old-id",
                        "synth_group_id",
                        G1,
                        "nome",
                        "",
                        "created_at",
                        "2025-01-01 10:00:00",
                        "version",
                        null);
        GroupSynth member = groups().findDetail(G1).orElseThrow().synths().get(0);
        assertEquals(new GroupSynth("an-old-id", "", null, null, G1, Instant.parse("2025-01-01T10:00:00Z")), member);
    }

    /** The default group was made when the database was opened, at the clock's time. */
    @ContractCase("R1-53")
    void given_five_new_groups_when_listed_then_the_newest_comes_first_whatever_the_sort() {
        Instant opened = clock().instant();
        for (int number = 1; number <= 5; number++) {
            groups().create(SynthGroup.of(
                    "grp_0000000" + (9 - number), "G" + number, null, opened.plusSeconds(number)));
        }
        Page<SynthGroupSummary> page = groups().list(PageRequest.of(3, 0).sortedBy("name", SortOrder.ASC));
        assertEquals(List.of("G5", "G4", "G3"), names(page));
        assertEquals(6, page.total());
        assertTrue(page.hasNext());
        assertEquals(List.of("G2", "G1", "Default"), names(groups().list(PageRequest.of(3, 3))));
        assertEquals(6, groups().list(PageRequest.of(3, 6)).total());
    }

    @Test
    void given_equal_times_when_listed_then_the_id_breaks_ties() {
        for (int number : new int[] {3, 1, 2}) {
            groups().create(SynthGroup.of("grp_000000c" + number, "G" + number, null, day(1)));
        }
        assertEquals(List.of("Default", "G1", "G2", "G3"), names(groups().list(FIRST)));
        assertEquals(List.of("Default", "G1"), names(groups().list(PageRequest.of(2, 0))));
        assertEquals(List.of("G2", "G3"), names(groups().list(PageRequest.of(2, 2))));
    }

    /** Order is that of the text: on its day a group with a blank in its time comes last, whatever the hour. */
    @Test
    void given_old_forms_of_time_when_listed_then_each_is_read_and_the_text_decides_the_order() {
        database()
                .execute(
                        "UPDATE synth_groups SET created_at = ? WHERE id = ?",
                        "2025-01-02 18:00:00",
                        SynthGroup.DEFAULT_ID);
        insert("grp_000000b1", "F1", "2025-01-02T10:00:00+00:00");
        insert("grp_000000b2", "F2", "2025-01-02T10:00:00");
        insert("grp_000000b4", "F4", "2025-01-02T10:00:00.000001Z");
        List<SynthGroupSummary> listed = groups().list(FIRST).items();
        assertEquals(List.of("F4", "F1", "F2", "Default"), names(groups().list(FIRST)));
        assertEquals(
                List.of(
                        Instant.parse("2025-01-02T10:00:00.000001Z"),
                        Instant.parse("2025-01-02T10:00:00Z"),
                        Instant.parse("2025-01-02T10:00:00Z"),
                        Instant.parse("2025-01-02T18:00:00Z")),
                listed.stream().map(SynthGroupSummary::createdAt).toList());
    }

    @Test
    void given_a_group_that_cannot_be_read_when_listed_then_it_is_named() {
        insert("grp_000000b1", "G", "yesterday");
        for (Executable read : List.<Executable>of(
                () -> groups().list(FIRST),
                () -> groups().findById("grp_000000b1"),
                () -> groups().findByName("G"),
                () -> groups().findDetail("grp_000000b1"))) {
            assertUnreadable("synth_groups", "id=grp_000000b1", "created_at", read);
        }
        assertTrue(groups().delete("grp_000000b1"));
    }

    @Test
    void given_groups_of_one_name_when_found_by_name_then_the_newest_is_returned() {
        groups().create(SynthGroup.of("grp_000000a1", "Batch", "old", day(1)));
        groups().create(SynthGroup.of("grp_000000a3", "Batch", "new", day(2)));
        groups().create(SynthGroup.of("grp_000000a2", "Batch", "new", day(2)));
        save("grp_000000a2", "aaa111");
        SynthGroupSummary found = groups().findByName("Batch").orElseThrow();
        assertEquals(new SynthGroupSummary("grp_000000a2", "Batch", "new", 1, day(2)), found);
        for (String other : List.of("batch", "Batch ", "B%", "")) {
            assertEquals(Optional.empty(), groups().findByName(other));
        }
    }

    @ContractCase("R1-54")
    void given_a_group_when_deleted_then_its_synths_stay_without_group() {
        groups().create(g1());
        groups().create(SynthGroup.of("grp_000000a2", "Other", null, day(2)));
        save(G1, "aaa111", "aaa112");
        save("grp_000000a2", "bbb111");
        assertTrue(groups().delete(G1));
        assertEquals(Optional.empty(), groups().findById(G1));
        assertNull(synths().findById("aaa111").orElseThrow().synthGroupId());
        assertNull(synths().findById("aaa112").orElseThrow().synthGroupId());
        assertEquals("grp_000000a2", synths().findById("bbb111").orElseThrow().synthGroupId());
        assertFalse(groups().delete(G1));
        assertFalse(groups().delete(NO_GROUP));
    }

    @ContractCase("R1-55")
    void given_a_group_row_that_cannot_be_deleted_when_deleted_then_its_members_still_belong_to_it() {
        groups().create(g1());
        save(G1, "aaa111", "aaa112");
        database().execute("CREATE TABLE pinned (group_id text REFERENCES synth_groups (id))");
        database().execute("INSERT INTO pinned VALUES (?)", G1);
        assertViolation(FOREIGN_KEY, "synth_groups", "id=" + G1, () -> groups().delete(G1));
        assertEquals(2, groups().findById(G1).orElseThrow().synthCount());
    }

    @ContractCase("R1-56")
    void given_a_synth_of_no_such_group_when_written_then_a_foreign_key_violation_leaves_no_row() {
        Synth synth = synth("aaa111", "alpha").withGroup(NO_GROUP);
        assertViolation(FOREIGN_KEY, "synths", "id=aaa111", () -> synths().save(synth));
        assertThrows(
                DatabaseException.class,
                () -> rows().insert(
                                "synths",
                                "id",
                                "aaa111",
                                "nome",
                                "x",
                                "synth_group_id",
                                NO_GROUP,
                                "created_at",
                                "2025-01-01T00:00:00+00:00"));
        assertEquals(0, rows().count("synths"));
    }

    @Test
    void given_two_threads_when_both_delete_then_exactly_one_is_told_so() throws Exception {
        groups().create(g1());
        save(G1, "aaa111");
        List<Boolean> deleted = Race.of(2, () -> groups().delete(G1));
        assertEquals(1, deleted.stream().filter(told -> told).count());
        assertNull(synths().findById("aaa111").orElseThrow().synthGroupId());
    }

    @Test
    void given_a_writer_beside_it_when_details_are_read_then_count_and_list_agree() throws Exception {
        groups().create(g1());
        try (Race.Rival<Boolean> writer = Race.beside(() -> {
            for (int number = 100; number < 120; number++) {
                save(G1, "aaa" + number);
            }
            return true;
        })) {
            boolean over;
            do {
                over = writer.ended();
                SynthGroupDetail detail = groups().findDetail(G1).orElseThrow();
                assertEquals(detail.group().synthCount(), detail.synths().size());
            } while (!over);
            assertTrue(writer.result());
        }
        assertEquals(20, groups().findById(G1).orElseThrow().synthCount());
    }

    private void save(String groupId, String... ids) {
        for (String id : ids) {
            synths().save(synth(id, id).withGroup(groupId));
        }
    }

    private void insert(String id, String name, String createdAt) {
        rows().insert("synth_groups", "id", id, "name", name, "created_at", createdAt);
    }

    private static List<String> names(Page<SynthGroupSummary> page) {
        return page.items().stream().map(SynthGroupSummary::name).toList();
    }
}
