/** The source of a move: a private copy of the SQLite file, and its rows by storage class and raw bytes. */
@NullMarked
package io.synthlab.persistence.migrations.mover.source;

import org.jspecify.annotations.NullMarked;
