/** Scorecards and simulations from before experiments had analyses. */
@NullMarked
package io.synthlab.persistence.legacy;

import org.jspecify.annotations.NullMarked;
