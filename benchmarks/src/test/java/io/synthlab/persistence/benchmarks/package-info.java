/** Proves that what is compared does the same. */
@NullMarked
package io.synthlab.persistence.benchmarks;

import org.jspecify.annotations.NullMarked;
