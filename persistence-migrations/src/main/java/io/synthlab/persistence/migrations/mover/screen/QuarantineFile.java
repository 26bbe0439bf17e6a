package io.synthlab.persistence.migrations.mover.screen;

import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.error.DatabaseException;
import io.synthlab.persistence.migrations.mover.screen.RecordedRow.Cell;
import io.synthlab.persistence.migrations.mover.source.SourceDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes rows that cannot arrive, or were changed to arrive, as lines of JSON, whatever their size. */
public final class QuarantineFile {
    private static final int PIECE = 1 << 20;

    private final Path file;
    private final SourceDatabase source;

    /**
     * Creates it; nothing is written yet.
     *
     * @param file where to
     * @param source where values that are too long to be held are read from
     */
    public QuarantineFile(Path file, SourceDatabase source) {
        this.file = file.toAbsolutePath();
        this.source = source;
    }

    /**
     * Writes it, whole or not at all; an older file of that name is replaced.
     *
     * @param rows what to write
     */
    public void write(Stream<RecordedRow> rows) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                for (Iterator<RecordedRow> each = rows.iterator(); each.hasNext(); ) {
                    write(each.next(), out);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DatabaseException(
                    null, null, "the quarantine file " + file + " cannot be written; name another one", e);
        }
    }

    private void write(RecordedRow row, Writer out) throws IOException {
        if (row.cells().stream().allMatch(cell -> cell.hex() != null)) {
            out.write(row.json());
        } else {
            writeLong(row, out);
        }
        out.write('\n');
    }

    private void writeLong(RecordedRow row, Writer out) throws IOException {
        String head = JsonValue.of(row.head()).text();
        out.write(head.substring(0, head.length() - 1) + ",\"row\":[");
        String separator = "";
        for (Cell cell : row.cells()) {
            out.write(separator);
            separator = ",";
            String text = JsonValue.of(RecordedRow.json(cell)).text();
            if (cell.hex() != null) {
                out.write(text);
                continue;
            }
            out.write(text.substring(0, text.lastIndexOf("null")) + '"');
            for (long from = 0; from < cell.length(); from += PIECE) {
                out.write(source.piece(row.table(), row.rowid(), cell.column(), from, PIECE));
            }
            out.write("\"}");
        }
        out.write("]}");
    }
}
