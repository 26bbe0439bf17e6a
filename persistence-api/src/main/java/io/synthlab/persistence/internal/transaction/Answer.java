package io.synthlab.persistence.internal.transaction;

import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param result what it returned, if it returned
 * @param error what it threw, or {@code null} if it returned
 */
public record Answer(@Nullable Object result, @Nullable Throwable error) {}
