/** Stored rows to records: a row that cannot be read is named. */
@NullMarked
package io.synthlab.persistence.internal.row;

import org.jspecify.annotations.NullMarked;
