package io.synthlab.persistence.observe;

import io.synthlab.persistence.RepositoryName;
import io.synthlab.persistence.error.SynthLabException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of a repository method that has ended.
 *
 * @param repository which repository
 * @param method name of the method
 * @param writes whether the method is one that may write
 * @param provider implementation that served the call; if it failed before one was asked, the one that was on
 * @param latency time of the call. Outside of a unit of work it covers the wait for a connection, begin and commit,
 *     because the caller waited for them; inside of one only the method itself
 * @param error what the caller was thrown, or {@code null} if the call returned
 */
public record CallEvent(
        RepositoryName repository,
        String method,
        boolean writes,
        String provider,
        Duration latency,
        @Nullable Throwable error) {
    /** Checks that every part is there. */
    public CallEvent {
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(latency, "latency");
    }

    /** Returns the error's stable code, or its class where it has none; empty if the call returned. */
    public Optional<String> errorCode() {
        return Optional.ofNullable(error)
                .map(e -> e instanceof SynthLabException ours
                        ? ours.code()
                        : e.getClass().getSimpleName());
    }
}
