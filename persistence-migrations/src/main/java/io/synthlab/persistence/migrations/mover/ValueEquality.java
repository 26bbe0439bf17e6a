package io.synthlab.persistence.migrations.mover;

import io.synthlab.persistence.migrations.catalog.Table;
import io.synthlab.persistence.migrations.mover.json.InvalidJsonException;
import io.synthlab.persistence.migrations.mover.json.JsonCanonicalizer;
import io.synthlab.persistence.migrations.mover.source.SourceRow;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import io.synthlab.persistence.migrations.mover.target.TargetRow;
import java.util.Arrays;
import java.util.List;

/**
 * When a value arrived equal: text and integers exactly, doubles by their bits with minus zero equal to zero, JSON by
 * meaning with exact numbers, NULL only as NULL.
 */
final class ValueEquality {
    private final List<Table.Type> types;
    private final JsonCanonicalizer likeTarget = JsonCanonicalizer.likePostgresql();
    private final JsonCanonicalizer byValue = JsonCanonicalizer.byValue();

    ValueEquality(Table table) {
        types = table.columns().stream().map(Table.Column::type).toList();
    }

    boolean isEqual(SourceRow source, TargetRow target, int at) {
        if (source.type(at) == StorageClass.NULL || target.isNull(at)) {
            return source.type(at) == StorageClass.NULL && target.isNull(at);
        }
        return switch (types.get(at)) {
            case TEXT -> source.type(at) == StorageClass.TEXT && Arrays.equals(source.bytes(at), target.bytes(at));
            case INTEGER -> source.type(at) == StorageClass.INTEGER && source.integer(at) == target.integer(at);
            case REAL -> isEqualReal(source, target, at);
            case JSON -> source.type(at) == StorageClass.TEXT && isEqualJson(source.bytes(at), target.bytes(at));
        };
    }

    private static boolean isEqualReal(SourceRow source, TargetRow target, int at) {
        double arrived = target.real(at);
        return switch (source.type(at)) {
            case REAL -> isEqualReal(source.real(at), arrived);
            case INTEGER -> arrived == source.integer(at) && (long) arrived == source.integer(at);
            default -> false;
        };
    }

    private static boolean isEqualReal(double stored, double arrived) {
        boolean zeros = stored == 0 && arrived == 0;
        return zeros || Double.doubleToRawLongBits(stored) == Double.doubleToRawLongBits(arrived);
    }

    private boolean isEqualJson(byte[] stored, byte[] arrived) {
        try {
            return Arrays.equals(likeTarget.canonicalize(stored), arrived)
                    || Arrays.equals(byValue.canonicalize(stored), byValue.canonicalize(arrived));
        } catch (InvalidJsonException e) {
            return false; // jsonb is always valid, so what is not cannot equal it
        }
    }
}
