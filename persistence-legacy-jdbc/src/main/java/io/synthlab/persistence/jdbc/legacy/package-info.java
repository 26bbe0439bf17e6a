/** Scorecards and simulations in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.legacy;

import org.jspecify.annotations.NullMarked;
