/** How a move divides its work: threads, chunks, progress, and stopping in between. */
@NullMarked
package io.synthlab.persistence.migrations.mover.work;

import org.jspecify.annotations.NullMarked;
