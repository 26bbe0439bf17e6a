/** Keeps the README true: its sample runs, its tables are complete. */
@NullMarked
package io.synthlab.persistence.cli.docs;

import org.jspecify.annotations.NullMarked;
