package io.synthlab.persistence.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;

/** Parts of what runs in a call, told apart by the names of their classes; of several the first that fits. */
enum Layer {
    FRONTS(
            "fronts and units of work",
            "io.synthlab.persistence.internal.transaction.",
            "io.synthlab.persistence.internal.factory.",
            "jdk.proxy"),
    LEGACY_JDBC("persistence-legacy-jdbc", "io.synthlab.persistence.jdbc."),
    JPA("persistence-jpa, -model", "io.synthlab.persistence.jpa.", "io.synthlab.persistence.model."),
    BENCHMARK("benchmark, plain JDBC", "io.synthlab.persistence.benchmarks."),
    RECORDS("records, rules, JSON, time", "io.synthlab.persistence.", "com.fasterxml."),
    HIBERNATE("Hibernate", "org.hibernate.", "jakarta.persistence."),
    POOL("pool", "com.zaxxer."),
    DRIVER("driver", "org.postgresql.", "org.sqlite.");

    /** Of a thread in native code: SQLite, or a wait for PostgreSQL. */
    static final String NATIVE_SAMPLE = "jdk.NativeMethodSample";

    private final String title;
    private final List<String> prefixes;

    Layer(String title, String... prefixes) {
        this.title = title;
        this.prefixes = List.of(prefixes);
    }

    /**
     * Where a sample was.
     *
     * @param layer title of the layer
     * @param method innermost method that is not of the JDK
     */
    record Frame(String layer, String method) {
        private static final Frame ELSEWHERE = new Frame("elsewhere", "elsewhere");
    }

    static Frame of(RecordedEvent sample) {
        Frame frame = sample.getStackTrace().getFrames().stream()
                .map(RecordedFrame::getMethod)
                .flatMap(method -> of(method).stream())
                .findFirst()
                .orElse(Frame.ELSEWHERE);
        return sample.getEventType().getName().equals(NATIVE_SAMPLE)
                        && frame.layer().equals(DRIVER.title)
                ? new Frame(frame.layer() + ", native code and waiting", frame.method() + " (native)")
                : frame;
    }

    private static Optional<Frame> of(RecordedMethod method) {
        String type = method.getType().getName();
        return Arrays.stream(values())
                .filter(layer -> layer.prefixes.stream().anyMatch(type::startsWith))
                .findFirst()
                .map(layer -> new Frame(layer.title, type + "." + method.getName()));
    }
}
