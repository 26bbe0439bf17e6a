/** Moves all 19 tables from a SQLite file to PostgreSQL, and proves that they arrived equal. */
@NullMarked
package io.synthlab.persistence.migrations.mover;

import org.jspecify.annotations.NullMarked;
