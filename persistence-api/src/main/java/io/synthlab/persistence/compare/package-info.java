/** Comparing mode: one implementation serves, the other is checked beside it. */
@NullMarked
package io.synthlab.persistence.compare;

import org.jspecify.annotations.NullMarked;
