package io.synthlab.persistence.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.openjdk.jmh.results.RunResult;

/**
 * Where the Java code of one contender spends its time.
 *
 * <p>Flight recorder looks a hundred times a second which Java code runs. Waiting for PostgreSQL and SQLite's own code
 * are not in it, so the layers do not add up to a whole call.
 *
 * @param recording the recording, to open with Java Mission Control or {@code jfr print}
 * @param meanMicros mean time of a call in µs, waiting included
 * @param layers µs of a call in each layer; what code of the JDK does counts for the layer that called it
 * @param methods µs of a call in each method of a layer, what it calls in the JDK included
 */
record Profile(Path recording, double meanMicros, Map<String, Double> layers, Map<String, Double> methods) {
    private static final String SAMPLE = "jdk.ExecutionSample";
    /** Of the recorder's settings named profile. */
    private static final Duration INTERVAL = Duration.ofMillis(10);
    /** Part of the name JMH gives to threads that run a benchmark. */
    private static final String WORKER = "jmh-worker";

    /** Reads the recording of a run, the only one in its directory. */
    static Profile read(Path directory, RunResult run) {
        try (Stream<Path> files = Files.walk(directory)) {
            Path recording = files.filter(file -> file.toString().endsWith(".jfr"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("JMH recorded nothing in " + directory));
            List<RecordedEvent> samples = RecordingFile.readAllEvents(recording).stream()
                    .filter(Profile::isOfWorker)
                    .toList();
            double mean = run.getPrimaryResult().getStatistics().getMean();
            double weight = mean * INTERVAL.toNanos() / span(samples).toNanos();
            return new Profile(
                    recording,
                    mean,
                    sum(samples, weight, Layer.Frame::layer),
                    sum(samples, weight, Layer.Frame::method));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfWorker(RecordedEvent event) {
        return event.getEventType().getName().equals(SAMPLE)
                && event.getStackTrace() != null
                && event.getThread("sampledThread").getJavaName().contains(WORKER);
    }

    private static Duration span(List<RecordedEvent> samples) {
        List<Instant> times =
                samples.stream().map(RecordedEvent::getStartTime).sorted().toList();
        if (times.size() < 2) {
            throw new IllegalStateException("too short for a profile");
        }
        return Duration.between(times.get(0), times.get(times.size() - 1));
    }

    private static Map<String, Double> sum(
            List<RecordedEvent> samples, double weight, Function<Layer.Frame, String> key) {
        Map<String, Double> sums = new TreeMap<>();
        samples.forEach(sample -> sums.merge(key.apply(Layer.of(sample.getStackTrace())), weight, Double::sum));
        return sums;
    }
}
