package io.synthlab.persistence.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.synthlab.persistence.RepositoryFactory;
import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.observe.CallEvent;
import io.synthlab.persistence.observe.ComparisonEvent;
import io.synthlab.persistence.observe.ConnectionEvent;
import io.synthlab.persistence.observe.PersistenceListener;
import io.synthlab.persistence.observe.PoolFigures;
import io.synthlab.persistence.observe.Subscription;
import io.synthlab.persistence.observe.SwitchChange;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/**
 * Publishes what a factory does.
 *
 * <pre>{@code
 * PersistenceMetrics metrics = new PersistenceMetrics(repositories, Tags.of("database", "main"));
 * metrics.bindTo(registry);
 * }</pre>
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>tags</th></tr>
 * <tr><td>{@code synthlab.calls}</td><td>timer</td><td>repository, method, provider, error ({@code none} or a code)</td></tr>
 * <tr><td>{@code synthlab.connections}</td><td>timer of the waits</td><td>mode (read, write), obtained</td></tr>
 * <tr><td>{@code synthlab.comparisons}</td><td>counter</td><td>repository, serving, checked, outcome</td></tr>
 * <tr><td>{@code synthlab.switches}</td><td>counter of changes</td><td>repository, state, cause</td></tr>
 * <tr><td>{@code synthlab.switch}</td><td>gauge: 1 for the provider that serves, else 0</td><td>repository, provider</td></tr>
 * <tr><td>{@code synthlab.pool.active}, {@code .idle}, {@code .waiting}, {@code .limit}</td><td>gauges</td><td>pool</td></tr>
 * </table>
 *
 * <p>Two factories in one registry need tags that tell them apart. Safe for use by many threads.
 */
@SuppressWarnings("exports") // optional: who uses this class has Micrometer, everybody else must compile without it
public final class PersistenceMetrics implements MeterBinder, AutoCloseable {
    private static final String REPOSITORY = "repository";

    private final RepositoryFactory repositories;
    private final Tags common;
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();

    /**
     * Creates a binder.
     *
     * @param repositories whose figures; bind before it is closed
     * @param common tags of every meter, for example the name of the database
     */
    public PersistenceMetrics(RepositoryFactory repositories, Iterable<Tag> common) {
        this.repositories = Objects.requireNonNull(repositories, "repositories");
        this.common = Tags.of(common);
    }

    /**
     * Creates a binder without tags of its own, for the only factory of a process.
     *
     * @param repositories whose figures
     */
    public PersistenceMetrics(RepositoryFactory repositories) {
        this(repositories, Tags.empty());
    }

    /**
     * Publishes from now on.
     *
     * @param registry where to
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        Subscription subscription = repositories.addListener(new Publisher(registry, common));
        endings.add(subscription::close);
        for (PoolFigures pool : repositories.pools()) {
            gauge(registry, "active", pool.name(), PoolFigures::active);
            gauge(registry, "idle", pool.name(), PoolFigures::idle);
            gauge(registry, "waiting", pool.name(), PoolFigures::waiting);
            gauge(registry, "limit", pool.name(), PoolFigures::limit);
        }
        for (RepositoryName name : RepositoryName.values()) {
            for (String provider : repositories.switches().providers()) {
                removeAtTheEnd(
                        registry,
                        Gauge.builder("synthlab.switch", repositories, all -> serves(all, name, provider) ? 1 : 0)
                                .tags(common.and(REPOSITORY, name.text(), "provider", provider))
                                .register(registry));
            }
        }
    }

    private static boolean serves(RepositoryFactory repositories, RepositoryName name, String provider) {
        return repositories.switches().serving(name).equals(provider);
    }

    private void gauge(MeterRegistry registry, String figure, String pool, ToIntFunction<PoolFigures> value) {
        removeAtTheEnd(
                registry,
                Gauge.builder("synthlab.pool." + figure, repositories, all -> now(all, pool, value))
                        .tags(common.and("pool", pool))
                        .register(registry));
    }

    private static double now(RepositoryFactory repositories, String pool, ToIntFunction<PoolFigures> value) {
        return repositories.pools().stream()
                .filter(figures -> figures.name().equals(pool))
                .mapToInt(value)
                .findFirst()
                .orElse(0);
    }

    private void removeAtTheEnd(MeterRegistry registry, Meter meter) {
        endings.add(() -> registry.remove(meter));
    }

    /** Stops publishing and removes the gauges, which would keep the factory in memory; counters and timers stay. */
    @Override
    public void close() {
        endings.forEach(Runnable::run);
        endings.clear();
    }

    private record Publisher(MeterRegistry registry, Tags common) implements PersistenceListener {
        @Override
        public void called(CallEvent event) {
            registry.timer(
                            "synthlab.calls",
                            common.and(
                                    REPOSITORY,
                                    event.repository().text(),
                                    "method",
                                    event.method(),
                                    "provider",
                                    event.provider(),
                                    "error",
                                    event.errorCode().orElse("none")))
                    .record(event.latency());
        }

        @Override
        public void connected(ConnectionEvent event) {
            registry.timer(
                            "synthlab.connections",
                            common.and(
                                    "mode",
                                    event.readOnly() ? "read" : "write",
                                    "obtained",
                                    String.valueOf(event.obtained())))
                    .record(event.waited());
        }

        @Override
        public void compared(ComparisonEvent event) {
            registry.counter(
                            "synthlab.comparisons",
                            common.and(
                                    REPOSITORY,
                                    event.repository().text(),
                                    "serving",
                                    event.serving(),
                                    "checked",
                                    event.checked(),
                                    "outcome",
                                    event.outcome().name().toLowerCase(Locale.ROOT)))
                    .increment();
        }

        @Override
        public void switched(SwitchChange change) {
            registry.counter(
                            "synthlab.switches",
                            common.and(
                                    REPOSITORY,
                                    change.repository().text(),
                                    "state",
                                    change.after(),
                                    "cause",
                                    change.cause().name().toLowerCase(Locale.ROOT)))
                    .increment();
        }
    }
}
