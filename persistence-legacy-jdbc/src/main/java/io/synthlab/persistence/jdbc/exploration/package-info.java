/** Explorations and their scenario nodes in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.exploration;

import org.jspecify.annotations.NullMarked;
