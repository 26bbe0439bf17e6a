/** Experiments and interview guides in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.experiment;

import org.jspecify.annotations.NullMarked;
