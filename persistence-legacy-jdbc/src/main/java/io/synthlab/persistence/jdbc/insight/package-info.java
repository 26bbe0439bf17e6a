/** Insights, sensitivities and regions in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.insight;

import org.jspecify.annotations.NullMarked;
