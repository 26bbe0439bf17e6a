package io.synthlab.persistence.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.synthlab.persistence.error.ValidationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2025-12-31T18:22:52.123456+00:00, 2025-12-31T18:22:52.123456Z", // F1
        "2025-12-31T18:22:52+00:00, 2025-12-31T18:22:52Z",
        "2025-01-02T00:30:00+03:00, 2025-01-01T21:30:00Z",
        "2025-01-01T21:30:00-03:00, 2025-01-02T00:30:00Z",
        "2025-01-02T00:30:00.5+05:45, 2025-01-01T18:45:00.5Z",
        "2025-12-31T15:22:52.123456, 2025-12-31T18:22:52.123456Z", // F2 in the configured zone
        "2025-12-31T15:22:52, 2025-12-31T18:22:52Z",
        "2025-12-31T15:22, 2025-12-31T18:22:00Z",
        "2025-12-31 18:22:52, 2025-12-31T18:22:52Z", // F3 is UTC whatever the zone
        "2025-12-31 18:22:52+03:00, 2025-12-31T15:22:52Z",
        "2025-12-31T18:22:52.123456Z, 2025-12-31T18:22:52.123456Z", // F4
        "2025-12-31T18:22:52Z, 2025-12-31T18:22:52Z",
        "2025-12-31, 2025-12-31T03:00:00Z", // midnight in the configured zone
        "2025-12-31T18:22:52.123456789Z, 2025-12-31T18:22:52.123456Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999Z" // cut, not rounded, before 1970 as well
    })
    void readsEveryForm(String text, Instant expected) {
        assertEquals(expected, Timestamps.parse(text, SAO_PAULO));
    }

    @Test
    void readsNaiveValuesInTheGivenZone() {
        assertEquals(Instant.parse("2025-12-31T15:22:52Z"), Timestamps.parse("2025-12-31T15:22:52", ZoneOffset.UTC));
        // A summer time of the past counts: São Paulo was at -02:00 then.
        assertEquals(Instant.parse("2018-12-31T14:00:00Z"), Timestamps.parse("2018-12-31T12:00:00", SAO_PAULO));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "2025",
                "2025-12",
                "2025-13-01",
                "2025-02-30",
                "2025-02-29T00:00:00Z",
                "20251231_152252",
                "2025-12-31T",
                "2025-12-31T18",
                "2025-12-31T18:2",
                "2025-12-31T24:00:00Z",
                "2025-12-31T18:60:00Z",
                "2025-12-31t18:22:52Z",
                "2025-12-31_18:22:52",
                "2025-12-31T18:22:52,5Z",
                "2025-12-31T18:22:52+25:00",
                "2025-12-31T18:22:52ZZ",
                "2025-12-31T18:22:52 +00:00",
                " 2025-12-31T18:22:52Z",
                "2025-12-31T18:22:52Z ",
                "12025-12-31T18:22:52Z",
                "2025-12-31T18:22:52.1234567890Z",
                "2025-12-31T18:22:52+00:00 or so"
            })
    void refusesEverythingElse(String text) {
        assertThrows(DateTimeException.class, () -> Timestamps.parse(text, SAO_PAULO));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T18:22:52.123456Z, 2025-12-31T18:22:52.123456+00:00",
        "2025-12-31T18:22:52Z, 2025-12-31T18:22:52+00:00",
        "2025-12-31T18:22:52.000001Z, 2025-12-31T18:22:52.000001+00:00",
        "2025-12-31T18:22:52.100Z, 2025-12-31T18:22:52.100000+00:00",
        "2025-12-31T18:22:52.000000999Z, 2025-12-31T18:22:52+00:00",
        "2025-12-31T00:00:00Z, 2025-12-31T00:00:00+00:00",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999+00:00"
    })
    void writesF1(Instant moment, String expected) {
        assertEquals(expected, Timestamps.format(moment));
    }

    @Test
    void refusesYearsThatHaveNoFourDigits() {
        for (Instant moment :
                new Instant[] {EARLIEST.minusNanos(1), LATEST.plusNanos(1_000), Instant.MAX, Instant.MIN}) {
            assertThrows(ValidationException.class, () -> Timestamps.format(moment));
            assertThrows(ValidationException.class, () -> Timestamps.truncate(moment));
        }
    }

    @Test
    void writtenTextReadsBackAndSortsAsTimeDoes() {
        Random random = new Random(20251231);
        Instant previous = moment(random);
        for (int round = 0; round < 5_000; round++) {
            Instant moment = round % 3 == 0 ? near(previous, random) : moment(random);
            String text = Timestamps.format(moment);
            assertEquals(Timestamps.truncate(moment), Timestamps.parse(text, SAO_PAULO), text);
            assertEquals(
                    Integer.signum(Timestamps.truncate(moment).compareTo(Timestamps.truncate(previous))),
                    Integer.signum(text.compareTo(Timestamps.format(previous))),
                    () -> moment + " against the one before");
            previous = moment;
        }
    }

    private static Instant moment(Random random) {
        long span = LATEST.getEpochSecond() - EARLIEST.getEpochSecond();
        long second = EARLIEST.getEpochSecond() + (long) (random.nextDouble() * span);
        return Instant.ofEpochSecond(second, random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_000_000));
    }

    /** Differs in the fraction at most: where the form without a fraction could sort wrongly. */
    private static Instant near(Instant other, Random random) {
        return Instant.ofEpochSecond(
                other.getEpochSecond(), random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000_000));
    }
}
