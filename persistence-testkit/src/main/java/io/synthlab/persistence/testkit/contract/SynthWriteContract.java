package io.synthlab.persistence.testkit.contract;

import static io.synthlab.persistence.error.ConstraintViolationException.Kind.FOREIGN_KEY;
import static io.synthlab.persistence.testkit.contract.Refusals.assertInvalid;
import static io.synthlab.persistence.testkit.contract.Refusals.assertViolation;
import static io.synthlab.persistence.testkit.fixture.Fixtures.G1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.NO_GROUP;
import static io.synthlab.persistence.testkit.fixture.Fixtures.day;
import static io.synthlab.persistence.testkit.fixture.Fixtures.g1;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synth;
import static io.synthlab.persistence.testkit.fixture.Fixtures.synthWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Synths: what the generator and the avatar step of the original wrote past the repository. */
public abstract class SynthWriteContract extends ContractBase {
    private static final String ID = "aaa111";
    private static final String DOCUMENT = """
            {"z": 1, "demografia": {"idade": 30, "novo": [1, 2.50, {"é": "\\u00e7 \\ud83d\\ude00"}]}, "a": null,
             "big": 12345678901234567890.123456789, "tiny": 1e-7, "no": false, "text": "\\"\\\\\\n/", "": {"": []}}""";

    /** For the cells. */
    protected SynthWriteContract() {}

    @Test
    void given_every_column_when_saved_then_it_is_found_equal() {
        groups().create(g1());
        Synth full = new Synth(ID, G1, "", "um", "https://photos.example/1", "", day(1), "9.9", JsonValue.parse("{}"));
        assertEquals(full, synths().save(full));
        assertEquals(Optional.of(full), synths().findById(ID));
        Synth bare = new Synth("aaa112", G1, "n", null, null, null, day(1), null, null);
        synths().save(bare);
        assertEquals(Optional.of(bare), synths().findById("aaa112"));
    }

    @Test
    void given_a_document_with_unknown_keys_when_saved_then_its_meaning_survives() {
        synths().save(synthWith(ID, DOCUMENT));
        JsonValue found = synths().findById(ID).orElseThrow().data();
        assertEquals(JsonValue.parse(DOCUMENT), found);
        assertEquals(JsonValue.parse(String.valueOf(rows().text("synths", "data", "id", ID))), found);
        synths().save(synthWith("aaa112", String.valueOf(found)));
        assertEquals(found, synths().findById("aaa112").orElseThrow().data());
    }

    @Test
    void given_an_id_that_is_taken_when_saved_then_the_row_is_replaced_as_a_whole() {
        groups().create(g1());
        synths().save(new Synth(ID, G1, "old", "d", "l", "a", day(1), "2.3.0", JsonValue.parse("{\"a\":1}")));
        Synth after = synths().save(new Synth(ID, null, "new", null, null, null, day(2), "2.0.0", null));
        assertEquals(after, replacement());
        assertEquals(Optional.of(after), synths().findById(ID));
        assertEquals(1, rows().count("synths"));
    }

    private static Synth replacement() {
        return new Synth(ID, SynthGroup.DEFAULT_ID, "new", null, null, null, day(2), "2.0.0", null);
    }

    @Test
    void given_no_group_when_saved_then_the_default_group_is_used_and_made_if_missing() {
        database().execute("DELETE FROM synth_groups");
        Synth saved = synths().save(synth(ID, "alpha"));
        assertEquals(SynthGroup.DEFAULT_ID, saved.synthGroupId());
        assertEquals(Optional.of(saved), synths().findById(ID));
        assertEquals(1, groups().findById(SynthGroup.DEFAULT_ID).orElseThrow().synthCount());
        assertEquals("Default", groups().ensureDefaultGroup().name());
    }

    @Test
    void given_a_default_group_that_was_renamed_when_saved_then_its_row_stays() {
        database().execute("UPDATE synth_groups SET name = 'Renamed'");
        synths().save(synth(ID, "alpha"));
        assertEquals(
                "Renamed",
                groups().findById(SynthGroup.DEFAULT_ID).orElseThrow().name());
    }

    @Test
    void given_many_when_saved_then_they_are_returned_in_order_and_the_later_of_one_id_counts() {
        assertEquals(List.of(), synths().saveAll(List.of()));
        List<Synth> saved =
                synths().saveAll(List.of(synth("aaa113", "c"), synth("aaa111", "first"), synth("aaa111", "second")));
        assertEquals(
                List.of("c", "first", "second"), saved.stream().map(Synth::nome).toList());
        assertTrue(saved.stream().allMatch(synth -> SynthGroup.DEFAULT_ID.equals(synth.synthGroupId())));
        assertEquals("second", synths().findById("aaa111").orElseThrow().nome());
        assertEquals(2, rows().count("synths"));
    }

    @Test
    void given_one_bad_synth_among_many_when_saved_then_nothing_is_stored() {
        Synth kept = synths().save(synth("aaa112", "kept"));
        Synth lost = synth("aaa112", "lost");
        Synth badId = new Synth("aaa-13", null, "n", null, null, null, day(1), "2.3.0", null);
        assertInvalid("synths.id", () -> synths().saveAll(List.of(lost, badId)));
        Synth noGroup = synth("aaa113", "n").withGroup(NO_GROUP);
        assertViolation(
                FOREIGN_KEY, "synths", null, () -> synths().saveAll(List.of(lost, noGroup, synth("aaa114", "n"))));
        assertEquals(Optional.of(kept), synths().findById("aaa112"));
        assertEquals(1, rows().count("synths"));
    }

    @Test
    void given_more_synths_than_one_statement_takes_when_saved_then_all_are_stored() {
        List<Synth> many = IntStream.range(0, 1_001)
                .mapToObj(number -> synth("a%05d".formatted(number), "n").withGroup(SynthGroup.DEFAULT_ID))
                .toList();
        assertEquals(many, synths().saveAll(many));
        assertEquals(1_001, rows().count("synths"));
    }

    @Test
    void given_values_that_break_a_rule_when_saved_then_each_is_refused() {
        for (String id : List.of("aaa11", "aaa1111", "aaa 11", "aaa11\n", "áaa111", "")) {
            assertInvalid("synths.id", () -> Synth.of(id, "n", day(1), "2.3.0", null));
            assertInvalid(
                    "synths.id",
                    () -> synths().save(new Synth(id, null, "n", null, null, null, day(1), "2.3.0", null)));
        }
        for (String json : List.of("[]", "1", "\"x\"", "null", "true")) {
            assertInvalid("synths.data", () -> synthWith(ID, json));
            assertInvalid(
                    "synths.data",
                    () -> synths().save(new Synth(
                            ID, null, "n", null, null, null, day(1), "2.3.0", JsonValue.parse(json))));
        }
        assertEquals(0, rows().count("synths"));
    }

    @Test
    void given_an_old_row_that_breaks_a_rule_when_saved_again_then_the_reason_is_given() {
        rows().insert("synths", "id", "a_b_c1", "nome", "x", "created_at", "2025-01-01 10:00:00");
        rows().insert(
                        "synths",
                        "id",
                        ID,
                        "nome",
                        "x",
                        "created_at",
                        "2025-01-01 10:00:00",
                        "data",
                        JsonValue.parse("[]"));
        assertInvalid(
                "synths.id", () -> synths().save(synths().findById("a_b_c1").orElseThrow()));
        assertInvalid("synths.data", () -> synths().save(synths().findById(ID).orElseThrow()));
    }

    @Test
    void given_two_threads_when_both_save_the_same_synths_then_both_succeed() throws Exception {
        List<Synth> forward = List.of(synth("aaa111", "n"), synth("aaa112", "n"), synth("aaa113", "n"));
        List<Synth> backward = List.of(forward.get(2), forward.get(1), forward.get(0));
        for (int round = 0; round < 5; round++) {
            AtomicBoolean turn = new AtomicBoolean();
            List<List<Synth>> saved =
                    Race.of(2, () -> synths().saveAll(turn.compareAndSet(false, true) ? forward : backward));
            assertEquals(2, saved.size());
        }
        assertEquals(3, rows().count("synths"));
    }

    @Test
    void given_a_synth_when_its_avatar_changes_then_nothing_else_does() {
        Synth before = synths().save(synthWith(ID, "{\"a\": 1}"));
        assertTrue(synths().updateAvatarPath(ID, "rel/é.png"));
        assertEquals(Optional.of(before.withAvatarPath("rel/é.png")), synths().findById(ID));
        assertTrue(synths().updateAvatarPath(ID, null));
        assertEquals(Optional.of(before), synths().findById(ID));
        assertFalse(synths().updateAvatarPath("zzz999", "rel/x.png"));
        assertEquals(1, rows().count("synths"));
    }
}
