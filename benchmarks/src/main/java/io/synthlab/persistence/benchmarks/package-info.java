/** Measures what both implementations cost beside plain JDBC. */
@NullMarked
package io.synthlab.persistence.benchmarks;

import org.jspecify.annotations.NullMarked;
