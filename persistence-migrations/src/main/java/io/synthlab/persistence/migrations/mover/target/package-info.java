/** The PostgreSQL side of a move: its state, and its rows in the binary form of COPY. */
@NullMarked
package io.synthlab.persistence.migrations.mover.target;

import org.jspecify.annotations.NullMarked;
