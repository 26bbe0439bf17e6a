/** Finds every value that PostgreSQL would refuse or change, before anything is written. */
@NullMarked
package io.synthlab.persistence.migrations.mover.screen;

import org.jspecify.annotations.NullMarked;
