package io.synthlab.persistence.internal.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.synthlab.persistence.CountedList;
import io.synthlab.persistence.JsonValue;
import io.synthlab.persistence.PageRequest;
import io.synthlab.persistence.analysis.AnalysisStatus;
import io.synthlab.persistence.compare.Difference;
import io.synthlab.persistence.error.ConstraintViolationException;
import io.synthlab.persistence.error.SynthNotFoundException;
import io.synthlab.persistence.error.UnreadableRowException;
import io.synthlab.persistence.internal.transaction.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerComparisonTest {
    private static final Shapes REDACTED = new Shapes(false);
    private static final String SECRET = "planted-secret";

    private record Part(String name, double rate, @Nullable Instant at) {}

    private record Whole(List<Part> parts, Optional<Part> best) {}

    private static List<String> compare(@Nullable Object left, @Nullable Object right) {
        return texts(new Answer(left, null), new Answer(right, null), REDACTED);
    }

    private static List<String> errors(Throwable left, Throwable right) {
        return texts(new Answer(null, left), new Answer(null, right), REDACTED);
    }

    private static List<String> texts(Answer left, Answer right, Shapes shapes) {
        return AnswerComparison.compare(left, right, shapes).stream()
                .map(Object::toString)
                .toList();
    }

    private static Whole whole(double rate, Part... parts) {
        return new Whole(List.of(parts), Optional.of(new Part("best", rate, Instant.EPOCH)));
    }

    @Test
    void equalAnswersAreEqualWhateverHoldsThem() {
        Part part = new Part(SECRET, 0.5, null);
        assertEquals(List.of(), compare(whole(1, part), whole(1, new Part(SECRET, 0.5, null))));
        assertEquals(List.of(), compare(List.of("a"), new ArrayList<>(List.of("a"))));
        assertEquals(List.of(), compare(Map.of("a", 1), new TreeMap<>(Map.of("a", 1))));
        assertEquals(List.of(), compare(Set.of("a", "b"), Set.of("b", "a")));
        assertEquals(List.of(), compare(Optional.empty(), Optional.empty()));
        assertEquals(List.of(), compare(null, null));
        assertEquals(
                List.of(), compare(JsonValue.parse("{\"a\":1,\"b\":2}"), JsonValue.parse("{ \"b\":2.0, \"a\":1}")));
    }

    @Test
    void numbersAreComparedByBitsButForTheSignOfZero() {
        assertEquals(List.of(), compare(0.0, -0.0));
        assertEquals(List.of(), compare(Double.NaN, Double.NaN));
        assertEquals(List.of("answer: 0.1 / 0.10000000000000002"), compare(0.1, Math.nextUp(0.1)));
        assertEquals(List.of("answer: 1 / 1"), compare(1, 1L), "two types are two answers");
    }

    @Test
    void placesAreNamed() {
        Part part = new Part("n", 0.5, Instant.EPOCH);
        assertEquals(
                List.of(
                        "parts[0].name: text(1) / text(2)",
                        "parts[0].at: 1970-01-01T00:00:00Z / null",
                        "best.rate: 1.0 / 2.0"),
                compare(whole(1, part), whole(2, new Part("nn", 0.5, null))));
        assertEquals(List.of("parts.size: 1 / 0"), compare(whole(1, part), whole(1)));
        assertEquals(List.of("answer: Part / null"), compare(Optional.of(part), Optional.empty()));
        assertEquals(
                List.of("total: 3 / 4"), compare(new CountedList<>(List.of(), 3), new CountedList<>(List.of(), 4)));
        assertEquals(
                List.of("{RUNNING}: 1 / 2"),
                compare(Map.of(AnalysisStatus.RUNNING, 1), Map.of(AnalysisStatus.RUNNING, 2)));
        assertEquals(List.of("{#0}: 1 / 2"), compare(Map.of(SECRET, 1), Map.of(SECRET, 2)));
    }

    @Test
    void orderCountsInLists() {
        assertEquals(2, compare(List.of("a", "b"), List.of("b", "a")).size());
    }

    @Test
    void placesAreBounded() {
        List<Integer> many = Collections.nCopies(1_000, 1);
        assertEquals(
                Difference.MOST_MISMATCHES,
                compare(many, Collections.nCopies(1_000, 2)).size());
    }

    @Test
    void errorsAreComparedByWhatTheySay() {
        assertEquals(List.of(), errors(new SynthNotFoundException("a"), new SynthNotFoundException("a")));
        assertEquals(
                List.of("error.message"),
                errors(new SynthNotFoundException("a"), new SynthNotFoundException("b")).stream()
                        .map(text -> text.substring(0, text.indexOf(':')))
                        .toList());
        assertEquals(
                List.of("answer: SynthNotFoundException SYNTH_NOT_FOUND / IllegalStateException"),
                errors(new SynthNotFoundException("a"), new IllegalStateException(SECRET)));
        assertEquals(
                List.of("answer: text(14) / SynthNotFoundException SYNTH_NOT_FOUND"),
                texts(new Answer(SECRET, null), new Answer(null, new SynthNotFoundException("a")), REDACTED));
        assertEquals(
                List.of("error.kind: UNIQUE / CHECK"),
                errors(
                                violation(ConstraintViolationException.Kind.UNIQUE),
                                violation(ConstraintViolationException.Kind.CHECK))
                        .stream()
                        .filter(text -> text.startsWith("error.kind"))
                        .toList());
    }

    private static Throwable violation(ConstraintViolationException.Kind kind) {
        return new ConstraintViolationException(kind, "synths", "id=a", new java.sql.SQLException());
    }

    @Test
    void textIsShownOnlyWhenAskedFor() {
        Part secret = new Part(SECRET, 1, null);
        Part other = new Part(SECRET + "!", 1, null);
        for (Object[] pair : new Object[][] {
            {secret, other},
            {List.of(SECRET), List.of("")},
            {Map.of(SECRET, SECRET), Map.of()},
            {Set.of(SECRET), Set.of()},
            {JsonValue.of("\"" + SECRET + "\""), JsonValue.NULL},
            {Optional.of(SECRET), Optional.empty()}
        }) {
            assertFalse(compare(pair[0], pair[1]).toString().contains(SECRET), () -> Arrays.toString(pair));
        }
        UnreadableRowException error = new UnreadableRowException("synths", "id=" + SECRET, "field", null);
        assertFalse(errors(error, new IllegalStateException(SECRET)).toString().contains(SECRET));
        assertFalse(errors(new IllegalStateException(SECRET), new IllegalStateException())
                .toString()
                .contains(SECRET));
        assertEquals(
                List.of("name: text(14) \"planted-secret\" / text(15) \"planted-secret!\""),
                texts(new Answer(secret, null), new Answer(other, null), new Shapes(true)));
    }

    @Test
    void argumentsAreShownByTheirShape() {
        assertEquals("text(14)", REDACTED.ofArgument(SECRET));
        assertEquals("list(2)", REDACTED.ofArgument(List.of(SECRET, SECRET)));
        assertEquals("null", REDACTED.ofArgument(null));
        assertEquals("RUNNING", REDACTED.ofArgument(AnalysisStatus.RUNNING));
        String request = REDACTED.ofArgument(PageRequest.of(20, 40));
        assertEquals("PageRequest(limit=20, offset=40", request.substring(0, 31), request);
    }
}
