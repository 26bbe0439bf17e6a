/** The mover beside what the server can take in and beside pgloader. */
@NullMarked
package io.synthlab.persistence.benchmarks.move;

import org.jspecify.annotations.NullMarked;
