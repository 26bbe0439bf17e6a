package io.synthlab.persistence.jdbc.synth;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.internal.query.SynthQueries;
import io.synthlab.persistence.internal.row.StoredRow;
import io.synthlab.persistence.internal.search.SynthColumn;
import io.synthlab.persistence.synth.GroupSynth;
import io.synthlab.persistence.synth.SimulationSynth;
import io.synthlab.persistence.synth.Synth;
import io.synthlab.persistence.synth.SynthGroupSummary;
import io.synthlab.persistence.synth.SynthSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code synths} and {@code synth_groups} to records. */
final class SynthRows {
    private final ZoneId naiveZone;

    SynthRows(ZoneId naiveZone) {
        this.naiveZone = naiveZone;
    }

    SynthGroupSummary group(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Instant createdAt = new StoredRow(SynthGroupSql.TABLE, "id=" + id)
                .requiredInstant("created_at", row.getString("created_at"), naiveZone);
        return new SynthGroupSummary(
                id, row.getString("name"), row.getString("description"), row.getLong("synth_count"), createdAt);
    }

    /** Reads the synth of a row of the group's detail; empty if the group has none. */
    Optional<GroupSynth> member(ResultSet row) throws SQLException {
        String id = row.getString("synth_id");
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(new GroupSynth(
                id,
                row.getString("nome"),
                row.getString("descricao"),
                row.getString("avatar_path"),
                row.getString("id"),
                stored(id).requiredInstant("created_at", row.getString("synth_created_at"), naiveZone)));
    }

    Synth synth(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Synth(
                id,
                row.getString("synth_group_id"),
                row.getString("nome"),
                row.getString("descricao"),
                row.getString("link_photo"),
                row.getString("avatar_path"),
                stored(id).requiredInstant("created_at", row.getString("created_at"), naiveZone),
                row.getString("version"),
                json(row));
    }

    /** Reads a summary; columns that were not selected take their substitutes. */
    SynthSummary summary(ResultSet row, List<SynthColumn> selected) throws SQLException {
        String id = row.getString("id");
        String nome = text(row, SynthColumn.NOME, selected);
        Instant createdAt = stored(id).instant("created_at", text(row, SynthColumn.CREATED_AT, selected), naiveZone);
        return new SynthSummary(
                id,
                text(row, SynthColumn.SYNTH_GROUP_ID, selected),
                nome == null ? "" : nome,
                text(row, SynthColumn.DESCRICAO, selected),
                text(row, SynthColumn.LINK_PHOTO, selected),
                text(row, SynthColumn.AVATAR_PATH, selected),
                createdAt,
                SynthQueries.version(text(row, SynthColumn.VERSION, selected)));
    }

    SimulationSynth simulation(ResultSet row) throws SQLException {
        String id = row.getString("id");
        JsonValue data = JsonValue.ofStored(row.getString("data"));
        return stored(id).read(() -> SimulationSynth.fromData(id, data));
    }

    private static @Nullable String text(ResultSet row, SynthColumn column, List<SynthColumn> selected)
            throws SQLException {
        return selected.contains(column) ? row.getString(column.sqlName()) : null;
    }

    private static @Nullable JsonValue json(ResultSet row) throws SQLException {
        String text = row.getString("data");
        return text == null ? null : JsonValue.ofStored(text);
    }

    static StoredRow stored(String id) {
        return new StoredRow(SynthSql.TABLE, "id=" + id);
    }
}
