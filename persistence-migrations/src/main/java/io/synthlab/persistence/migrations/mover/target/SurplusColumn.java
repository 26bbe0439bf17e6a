package io.synthlab.persistence.migrations.mover.target;

import io.synthlab.persistence.internal.text.StorableText;
import io.synthlab.persistence.migrations.mover.source.RawValue;
import io.synthlab.persistence.migrations.mover.source.StorageClass;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A surplus column while it is found out which type holds all of its values as they are. */
public final class SurplusColumn {
    /** How values are kept. */
    public enum Kind {
        /** Texts. */
        TEXT("text"),
        /** Integers. */
        BIGINT("bigint"),
        /** Reals. */
        DOUBLE("double precision"),
        /** Blobs. */
        BYTEA("bytea"),
        /** Values of several kinds, or texts that PostgreSQL cannot store: each as SQLite would write it in a statement. */
        LITERAL("text");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    private final Set<StorageClass> seen = EnumSet.noneOf(StorageClass.class);
    private boolean unstorable;

    SurplusColumn() {}

    void see(RawValue value) {
        seen.add(value.type());
        unstorable |= value.type() == StorageClass.TEXT && text(value.bytes()) == null;
    }

    Kind kind() {
        seen.remove(StorageClass.NULL);
        if (unstorable || seen.size() > 1) {
            return Kind.LITERAL;
        }
        return switch (seen.isEmpty() ? StorageClass.TEXT : seen.iterator().next()) {
            case INTEGER -> Kind.BIGINT;
            case REAL -> Kind.DOUBLE;
            case BLOB -> Kind.BYTEA;
            default -> Kind.TEXT;
        };
    }

    /** Returns a value in the form in which the driver takes it, {@code null} for NULL. */
    static @Nullable Object stored(Kind kind, RawValue value) {
        if (value.type() == StorageClass.NULL) {
            return null;
        }
        return switch (kind) {
            case TEXT -> text(value.bytes());
            case BIGINT -> value.integer();
            case DOUBLE -> value.real();
            case BYTEA -> value.bytes();
            case LITERAL -> literal(value);
        };
    }

    private static String literal(RawValue value) {
        return switch (value.type()) {
            case NULL -> "NULL";
            case INTEGER -> Long.toString(value.integer());
            case REAL -> real(value.real());
            case BLOB -> "X'" + value.hex() + "'";
            case TEXT -> {
                String text = text(value.bytes());
                yield text == null ? "CAST(X'" + value.hex() + "' AS TEXT)" : "'" + text.replace("'", "''") + "'";
            }
        };
    }

    private static String real(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "9e999" : "-9e999") : Double.toString(value);
    }

    /** Returns a text, or {@code null} if PostgreSQL cannot store it. */
    private static @Nullable String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return StorableText.firstUnstorable(text) < 0 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
