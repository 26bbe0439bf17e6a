package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.testkit.contract.Refusals.assertUnreadable;
import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_GROUP;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.Page;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.SortOrder;
import io.synthlab.persistence.error.InvalidRequestException;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import io.synthlab.persistence.synth.SynthSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Synths: the listing with its sorts, filters and selected fields. */
public abstract class SynthListContract extends ContractBase {
    private static final PageRequest FIRST = PageRequest.first();

    /** For the cells. */
    protected SynthListContract() {}

    @ContractCase("R1-57")
    void given_names_when_sorted_by_name_then_ascending_or_by_default_descending() {
        synths().saveAll(List.of(synth("aaa111", "beta"), synth("aaa112", "alpha"), synth("aaa113", "gamma")));
        assertEquals(List.of("alpha", "beta", "gamma"), names(FIRST.sortedBy("nome", SortOrder.ASC)));
        assertEquals(List.of("gamma", "beta", "alpha"), names(FIRST.sortedBy("nome")));
        assertEquals(List.of("alpha", "beta", "gamma"), names(FIRST.sortedBy("NOME", SortOrder.ASC)));
    }

    @Test
    void given_text_of_every_kind_when_sorted_then_code_points_decide() {
        List<String> ascending =
                List.of("", " z", "ABC999", "Zeta", "abc123", "zeta", "Ávila", "\uFFFD", "\uD83D\uDE00");
        List<Synth> stored = new ArrayList<>();
        for (int at = 0; at < ascending.size(); at++) {
            stored.add(synth("aaa" + (999 - at), ascending.get(at)));
        }
        synths().saveAll(stored);
        assertEquals(ascending, names(FIRST.sortedBy("nome", SortOrder.ASC)));
    }

    @Test
    void given_no_sort_when_listed_then_the_id_decides_also_among_equal_values() {
        synths().saveAll(List.of(
                synth("abc123", "x"), synth("ABC999", "x"), synth("aaa112", "x"), synth("0aaaaa", "x")));
        List<String> byId = List.of("0aaaaa", "ABC999", "aaa112", "abc123");
        assertEquals(byId, ids(FIRST));
        assertEquals(byId, ids(FIRST.sortedBy("nome", SortOrder.ASC)));
        assertEquals(byId, ids(FIRST.sortedBy("nome", SortOrder.DESC)));
        assertEquals(byId, ids(FIRST.sortedBy("version")));
        assertEquals(byId.subList(0, 2), ids(PageRequest.of(2, 0).sortedBy("nome")));
        assertEquals(byId.subList(2, 4), ids(PageRequest.of(2, 2).sortedBy("nome")));
    }

    @Test
    void given_absent_values_when_sorted_then_null_is_the_lowest() {
        synths().saveAll(List.of(described("aaa111", "b"), described("aaa112", null), described("aaa113", "")));
        assertEquals(List.of("aaa112", "aaa113", "aaa111"), ids(FIRST.sortedBy("descricao", SortOrder.ASC)));
        assertEquals(List.of("aaa111", "aaa113", "aaa112"), ids(FIRST.sortedBy("descricao", SortOrder.DESC)));
    }

    private static Synth described(String id, @Nullable String descricao) {
        return new Synth(id, null, "n", descricao, null, null, day(1), "2.3.0", null);
    }

    @ContractCase("R1-58")
    void given_a_group_when_filtered_then_only_its_members_are_listed_and_counted() {
        groups().create(g1());
        synths().saveAll(List.of(
                synth("aaa111", "a").withGroup(G1),
                synth("aaa112", "b"),
                synth("aaa113", "c").withGroup(G1)));
        Page<SynthSummary> members = synths().list(PageRequest.of(1, 1), List.of(), G1);
        assertEquals(List.of("aaa113"), ids(members));
        assertEquals(2, members.total());
        assertEquals(members, synths().listByGroup(G1, PageRequest.of(1, 1)));
        assertEquals(List.of("aaa111", "aaa113"), ids(synths().listByGroup(G1, FIRST)));
        assertEquals(50, FIRST.limit());
        assertEquals(0, synths().list(FIRST, List.of(), NO_GROUP).total());
        assertEquals(List.of(), synths().listByGroup(NO_GROUP, FIRST).items());
        assertEquals(3, synths().list(FIRST, List.of(), null).total());
        assertEquals(3, synths().list(FIRST, List.of(), "").total());
    }

    @ContractCase("R1-59")
    void given_an_empty_group_id_when_listed_by_group_then_it_is_refused() {
        synths().save(synth("aaa111", "a"));
        InvalidRequestException refusal =
                assertThrows(InvalidRequestException.class, () -> synths().listByGroup("", FIRST));
        assertEquals("INVALID_REQUEST", refusal.code());
    }

    /** The substitute of an unselected version is 2.0.0, the column's default, here and everywhere. */
    @ContractCase("R1-60")
    void given_one_field_when_listed_then_the_others_take_their_substitutes() {
        synths().save(full("aaa111"));
        SynthSummary expected = new SynthSummary("aaa111", null, "nome", null, null, null, null, "2.0.0");
        assertEquals(
                List.of(expected), synths().list(FIRST, List.of("nome"), null).items());
        assertEquals(
                List.of(expected),
                synths().list(FIRST, List.of("NOME", "nome", "id"), null).items());
    }

    @ContractCase("R1-61")
    void given_malformed_fields_when_listed_then_they_are_ignored() {
        Synth stored = synths().save(full("aaa111"));
        SynthSummary bare = new SynthSummary("aaa111", null, "", null, null, null, null, "2.0.0");
        assertEquals(
                List.of(bare),
                synths().list(FIRST, List.of("no me;", " nome"), null).items());
        assertEquals(
                List.of(bare), synths().list(FIRST, List.of("__", ""), null).items());
        assertEquals(
                List.of(summary(stored)), synths().list(FIRST, List.of(), null).items());
        assertEquals(List.of(summary(stored)), synths().list(FIRST).items());
    }

    @Test
    void given_each_field_alone_when_listed_then_it_is_filled() {
        SynthSummary all = summary(synths().save(full("aaa111")));
        assertEquals(all.synthGroupId(), only("synth_group_id").synthGroupId());
        assertEquals(all.descricao(), only("descricao").descricao());
        assertEquals(all.linkPhoto(), only("link_photo").linkPhoto());
        assertEquals(all.avatarPath(), only("avatar_path").avatarPath());
        assertEquals(all.createdAt(), only("created_at").createdAt());
        assertEquals(all.version(), only("version").version());
        assertEquals("", only("data").nome());
        assertEquals("aaa111", only("id").id());
    }

    private SynthSummary only(String field) {
        return synths().list(FIRST, List.of(field), null).items().get(0);
    }

    @ContractCase("R1-62")
    void given_an_unknown_column_when_listed_then_the_request_is_invalid() {
        synths().save(synth("aaa111", "a"));
        for (Executable list : List.<Executable>of(
                () -> synths().list(FIRST, List.of("foo"), null),
                () -> synths().list(FIRST, List.of("nome", "foo"), null),
                () -> synths().list(FIRST, List.of("3"), null),
                () -> synths().list(FIRST.sortedBy("foo")),
                () -> synths().list(FIRST.sortedBy("3")),
                () -> synths().list(FIRST.sortedBy("select")),
                () -> synths().list(FIRST.sortedBy("rowid")),
                () -> synths().listByGroup(G1, FIRST.sortedBy("foo")),
                () -> synths().search(null, null, FIRST.sortedBy("foo")))) {
            InvalidRequestException refusal = assertThrows(InvalidRequestException.class, list);
            assertEquals("INVALID_REQUEST", refusal.code());
        }
    }

    @ContractCase("R1-63")
    void given_a_malformed_sort_when_listed_then_it_is_ignored() {
        synths().saveAll(List.of(synth("aaa111", "b"), synth("aaa112", "a")));
        for (String sort : List.of("nome; DROP TABLE synths", "nome desc", "__", "", "nome'", "nome--")) {
            Page<SynthSummary> page = synths().list(FIRST.sortedBy(sort));
            assertEquals(List.of("aaa111", "aaa112"), ids(page));
            assertEquals(2, page.total());
        }
        assertEquals(2, rows().count("synths"));
    }

    @ContractCase("R1-64")
    void given_120_synths_when_paged_then_each_is_seen_once() {
        synths().saveAll(IntStream.range(0, 120)
                .mapToObj(n -> synth("aaa%03d".formatted(n), "n"))
                .toList());
        Page<SynthSummary> first = synths().list(FIRST);
        assertEquals(50, first.items().size());
        assertTrue(first.hasNext());
        Page<SynthSummary> last = synths().list(PageRequest.of(50, 100));
        assertEquals(20, last.items().size());
        assertFalse(last.hasNext());
        List<String> seen = new ArrayList<>();
        for (int offset = 0; offset < 150; offset += 50) {
            seen.addAll(ids(PageRequest.of(50, offset).sortedBy("id", SortOrder.ASC)));
        }
        assertEquals(IntStream.range(0, 120).mapToObj("aaa%03d"::formatted).toList(), seen);
    }

    @Test
    void given_old_rows_in_every_form_of_time_when_listed_then_each_is_read() {
        insert("aaa111", "2025-01-02T10:00:00.123456+00:00");
        insert("aaa112", "2025-01-02T10:00:00.5");
        insert("aaa113", "2025-01-02 10:00:00");
        insert("aaa114", "2025-01-02T10:00:00Z");
        insert("aaa115", "2025-01-02");
        List<@Nullable Instant> times = synths().list(FIRST).items().stream()
                .map(SynthSummary::createdAt)
                .toList();
        assertEquals(
                List.of(
                        Instant.parse("2025-01-02T10:00:00.123456Z"),
                        Instant.parse("2025-01-02T10:00:00.5Z"),
                        Instant.parse("2025-01-02T10:00:00Z"),
                        Instant.parse("2025-01-02T10:00:00Z"),
                        Instant.parse("2025-01-02T00:00:00Z")),
                times);
        assertEquals(
                List.of("aaa114", "aaa112", "aaa111", "aaa113", "aaa115"),
                ids(FIRST.sortedBy("created_at")),
                "order is that of the stored text");
    }

    @Test
    void given_old_rows_of_any_id_and_without_name_when_listed_then_the_page_stands() {
        rows().insert("synths", "id", "an-old-id", "nome", "", "created_at", "2025-01-01 10:00:00", "version", "");
        rows().insert(
                        "synths",
                        "id",
                        "aaa112",
                        "nome",
                        "x",
                        "created_at",
                        "2025-01-01 10:00:00",
                        "data",
                        JsonValue.parse("[]"));
        assertEquals(List.of("aaa112", "an-old-id"), ids(FIRST));
        assertEquals("2.0.0", synths().list(FIRST).items().get(1).version());
    }

    @Test
    void given_a_row_that_cannot_be_read_when_listed_then_it_is_named_unless_its_time_is_not_asked_for() {
        synths().save(synth("aaa111", "a"));
        insert("aaa112", "PLANTED TEXT");
        for (Executable read : List.<Executable>of(
                () -> synths().list(FIRST),
                () -> synths().search(null, null, FIRST),
                () -> synths().findById("aaa112"))) {
            Exception refusal = assertUnreadable("synths", "id=aaa112", "created_at", read);
            StoredTextContract.assertNowhere("PLANTED", refusal);
        }
        assertEquals(2, synths().list(FIRST, List.of("nome"), null).items().size());
        assertEquals(2, synths().list(PageRequest.of(1, 0)).total());
    }

    @Test
    void given_a_writer_beside_it_when_listed_then_items_and_total_agree() throws Exception {
        try (Race.Rival<Boolean> writer = Race.beside(() -> {
            for (int number = 100; number < 120; number++) {
                synths().save(synth("aaa" + number, "n"));
            }
            return true;
        })) {
            boolean over;
            do {
                over = writer.ended();
                Page<SynthSummary> page = synths().list(PageRequest.of(200, 0));
                assertEquals(page.total(), page.items().size());
            } while (!over);
            assertTrue(writer.result());
        }
        assertEquals(20, synths().list(FIRST).total());
    }

    private static Synth full(String id) {
        return new Synth(
                id,
                SynthGroup.DEFAULT_ID,
                "nome",
                "descricao",
                "https://photos.example/1.png",
                "rel/x.jpg",
                day(1),
                "2.3.0",
                JsonValue.parse("{\"demografia\":{\"idade\":30}}"));
    }

    private static SynthSummary summary(Synth synth) {
        return new SynthSummary(
                synth.id(),
                synth.synthGroupId(),
                synth.nome(),
                synth.descricao(),
                synth.linkPhoto(),
                synth.avatarPath(),
                synth.createdAt(),
                String.valueOf(synth.version()));
    }

    private void insert(String id, String createdAt) {
        rows().insert("synths", "id", id, "nome", "n", "created_at", createdAt);
    }

    private List<String> names(PageRequest request) {
        return synths().list(request).items().stream().map(SynthSummary::nome).toList();
    }

    private List<String> ids(PageRequest request) {
        return ids(synths().list(request));
    }

    private static List<String> ids(Page<SynthSummary> page) {
        return page.items().stream().map(SynthSummary::id).toList();
    }
}
