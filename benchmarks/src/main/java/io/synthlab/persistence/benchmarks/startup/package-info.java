/** How long a fresh JVM takes from nothing to its first answer. */
@NullMarked
package io.synthlab.persistence.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
