/** Figures of a factory in Micrometer; needs {@code io.micrometer:micrometer-core}, which is an optional dependency. */
@NullMarked
package io.synthlab.persistence.micrometer;

import org.jspecify.annotations.NullMarked;
