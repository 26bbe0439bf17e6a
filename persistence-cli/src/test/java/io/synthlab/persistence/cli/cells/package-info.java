/** The four cells, implementation times database, compared with each other on the same data. */
@NullMarked
package io.synthlab.persistence.cli.cells;

import org.jspecify.annotations.NullMarked;
