/** Scorecards and simulations on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.legacy;

import org.jspecify.annotations.NullMarked;
