/** Analyses and what belongs to them, in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.analysis;

import org.jspecify.annotations.NullMarked;
