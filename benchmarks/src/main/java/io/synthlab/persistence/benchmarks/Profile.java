package io.synthlab.persistence.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.openjdk.jmh.results.RunResult;

/**
 * Where the time of one contender goes.
 *
 * <p>Flight recorder looks a thousand times a second where a thread is, in Java or in native code. The share of samples
 * times the median of a call is what a part costs. The recorder misses some samples of Java code and none of native
 * code, so native code looks larger than it is; parts in Java compare well with each other. On a busy machine only
 * large differences mean something.
 *
 * @param recording the recording, to open with Java Mission Control or {@code jfr print}
 * @param micros median of a call in µs
 * @param layers µs of a call in each layer; what code of the JDK does counts for the layer that called it
 * @param methods µs of a call in each method of a layer, what it calls in the JDK included
 */
record Profile(Path recording, double micros, Map<String, Double> layers, Map<String, Double> methods) {
    private static final Set<String> SAMPLES = Set.of("jdk.ExecutionSample", Layer.NATIVE_SAMPLE);
    /** Part of the name JMH gives to threads that run a benchmark. */
    private static final String WORKER = "jmh-worker";

    private static final double MEDIAN = 50;

    /** Reads the recording of a run, the only one in its directory. */
    static Profile read(Path directory, RunResult run) {
        try (Stream<Path> files = Files.walk(directory)) {
            Path recording = files.filter(file -> file.toString().endsWith(".jfr"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("JMH recorded nothing in " + directory));
            List<Layer.Frame> samples = RecordingFile.readAllEvents(recording).stream()
                    .filter(Profile::isOfWorker)
                    .map(Layer::of)
                    .toList();
            double micros = run.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
            return new Profile(
                    recording,
                    micros,
                    sum(samples, micros, Layer.Frame::layer),
                    sum(samples, micros, Layer.Frame::method));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfWorker(RecordedEvent event) {
        return SAMPLES.contains(event.getEventType().getName())
                && event.getStackTrace() != null
                && event.getThread("sampledThread").getJavaName().contains(WORKER);
    }

    private static Map<String, Double> sum(
            List<Layer.Frame> samples, double micros, Function<Layer.Frame, String> part) {
        return samples.stream()
                .collect(Collectors.groupingBy(part, Collectors.summingDouble(sample -> micros / samples.size())));
    }
}
