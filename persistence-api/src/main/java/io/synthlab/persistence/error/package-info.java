/** What can go wrong: one unchecked root, the original's codes, and database errors. */
@NullMarked
package io.synthlab.persistence.error;

import org.jspecify.annotations.NullMarked;
