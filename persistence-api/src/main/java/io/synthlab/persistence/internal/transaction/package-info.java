/** Units of work on one connection, for whichever implementations take part. */
@NullMarked
package io.synthlab.persistence.internal.transaction;

import org.jspecify.annotations.NullMarked;
