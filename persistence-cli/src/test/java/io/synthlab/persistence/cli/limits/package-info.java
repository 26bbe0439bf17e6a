/** Locked, full and read-only SQLite files, and what a factory leaves behind. */
@NullMarked
package io.synthlab.persistence.cli.limits;

import org.jspecify.annotations.NullMarked;
