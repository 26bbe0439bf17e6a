package io.synthlab.persistence.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorsTest {
    /** The table of the repository specification, section 2, as far as it concerns what is here. */
    static Stream<Arguments> errors() {
        return Stream.of(
                error(
                        new NotFoundException("NOT_FOUND", "m", Map.of()),
                        NotFoundException.class,
                        "NOT_FOUND",
                        Map.of()),
                error(
                        new SynthNotFoundException("zzz999"),
                        NotFoundException.class,
                        "SYNTH_NOT_FOUND",
                        Map.of("synth_id", "zzz999")),
                error(
                        new ExecutionNotFoundException("b1"),
                        NotFoundException.class,
                        "EXECUTION_NOT_FOUND",
                        Map.of("exec_id", "b1")),
                error(
                        new TranscriptNotFoundException("b1", "s1"),
                        NotFoundException.class,
                        "TRANSCRIPT_NOT_FOUND",
                        Map.of("exec_id", "b1", "synth_id", "s1")),
                error(
                        new PrfaqNotFoundException("b1"),
                        NotFoundException.class,
                        "PRFAQ_NOT_FOUND",
                        Map.of("exec_id", "b1")),
                error(
                        new DocumentNotFoundException("exp_0000000a", "summary"),
                        NotFoundException.class,
                        "NOT_FOUND",
                        Map.of("experiment_id", "exp_0000000a", "document_type", "summary")),
                error(
                        new DocumentNotFoundException("exp_0000000a", null),
                        NotFoundException.class,
                        "NOT_FOUND",
                        Map.of("experiment_id", "exp_0000000a")),
                error(new ValidationException("m"), ValidationException.class, "VALIDATION_ERROR", Map.of()),
                error(
                        new ValidationException("m", Map.of("field", "name")),
                        ValidationException.class,
                        "VALIDATION_ERROR",
                        Map.of("field", "name")),
                error(
                        new InvalidQueryException("bad", "SELECT"),
                        ValidationException.class,
                        "INVALID_QUERY",
                        Map.of("reason", "bad", "query", "SELECT")),
                error(
                        new InvalidQueryException("bad", ""),
                        ValidationException.class,
                        "INVALID_QUERY",
                        Map.of("reason", "bad")),
                error(
                        new InvalidQueryException("bad", null),
                        ValidationException.class,
                        "INVALID_QUERY",
                        Map.of("reason", "bad")),
                error(new InvalidRequestException("m"), ValidationException.class, "INVALID_REQUEST", Map.of()),
                error(
                        new DatabaseException(null, null, "m", null),
                        DatabaseException.class,
                        "DATABASE_ERROR",
                        Map.of()),
                error(
                        new ConflictException("synths", "id=a", "m", null),
                        DatabaseException.class,
                        "DATABASE_ERROR",
                        Map.of("table", "synths", "key", "id=a")),
                error(
                        new ConnectionLostException("synths", null, "m", null),
                        DatabaseException.class,
                        "DATABASE_ERROR",
                        Map.of("table", "synths")),
                error(
                        new CommitOutcomeUnknownException(null, null, "m", null),
                        DatabaseException.class,
                        "DATABASE_ERROR",
                        Map.of()),
                error(
                        new DatabaseTimeoutException(null, null, "m", null),
                        DatabaseException.class,
                        "DATABASE_ERROR",
                        Map.of()),
                error(
                        new SchemaMismatchException(null, null, "m", null),
                        DatabaseException.class,
                        "DATABASE_ERROR",
                        Map.of()),
                error(
                        new UnreadableRowException("synths", "id=a", "m", null),
                        DatabaseException.class,
                        "DATABASE_ERROR",
                        Map.of("table", "synths", "key", "id=a")),
                error(new ConfigurationException("m"), SynthLabException.class, "CONFIGURATION_ERROR", Map.of()),
                error(new TransactionException("m"), SynthLabException.class, "TRANSACTION_ERROR", Map.of()));
    }

    private static Arguments error(SynthLabException error, Class<?> kind, String code, Map<String, String> details) {
        return Arguments.of(error, kind, code, details);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void hasTheOriginalsKindCodeAndDetails(
            SynthLabException error, Class<?> kind, String code, Map<String, String> details) {
        assertInstanceOf(kind, error);
        assertEquals(code, error.code());
        assertEquals(details, error.details());
        assertNull(error.getCause());
        assertThrows(UnsupportedOperationException.class, () -> error.details().put("x", "y"));
    }

    /** Contract case 65 and the messages of section 2. */
    @Test
    void messagesAreTheOriginals() {
        assertEquals("Synth not found: zzz999", new SynthNotFoundException("zzz999").getMessage());
        assertEquals("PR-FAQ not found for execution: b1", new PrfaqNotFoundException("b1").getMessage());
        DocumentNotFoundException document = new DocumentNotFoundException("exp_0000000a", "summary");
        assertEquals("Document 'summary' not found for experiment exp_0000000a", document.getMessage());
        assertEquals("exp_0000000a", document.experimentId());
        assertEquals("summary", document.documentType());
        DocumentNotFoundException any = new DocumentNotFoundException("exp_0000000a", null);
        assertEquals("No documents found for experiment exp_0000000a", any.getMessage());
        assertNull(any.documentType());
        InvalidQueryException query = new InvalidQueryException("Only SELECT queries are allowed", "x");
        assertEquals("Invalid query: Only SELECT queries are allowed", query.getMessage());
        assertEquals("Only SELECT queries are allowed", query.reason());
    }

    @Test
    void databaseErrorsPutTheRowInFront() {
        assertEquals("synths[id=a]: m", new DatabaseException("synths", "id=a", "m", null).getMessage());
        assertEquals("synths: m", new DatabaseException("synths", null, "m", null).getMessage());
        assertEquals("m", new DatabaseException(null, null, "m", null).getMessage());
    }

    @ParameterizedTest
    @EnumSource(ConstraintViolationException.Kind.class)
    void violationsSayWhatToDo(ConstraintViolationException.Kind kind) {
        ConstraintViolationException e = new ConstraintViolationException(kind, "synths", "id=a", null);
        assertEquals(kind, e.kind());
        assertEquals("synths", e.table());
        assertEquals("id=a", e.key());
        assertEquals(0, e.getMessage().indexOf("synths[id=a]: "), e::getMessage);
        assertEquals(2, e.getMessage().split(";").length, e::getMessage);
        assertNull(new ConstraintViolationException(kind, null, null, null).table());
    }

    @Test
    void detailsAreCopiedInOrder() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("b", 1);
        details.put("a", 2);
        ValidationException e = new ValidationException("m", details);
        details.clear();
        assertEquals(List.of("b", "a"), List.copyOf(e.details().keySet()));
    }

    @Test
    void survivesSerialisationWithoutDetails() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new SynthNotFoundException("zzz999"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SynthNotFoundException read = assertInstanceOf(SynthNotFoundException.class, in.readObject());
            assertEquals("SYNTH_NOT_FOUND", read.code());
            assertEquals(Map.of(), read.details());
        }
    }
}
