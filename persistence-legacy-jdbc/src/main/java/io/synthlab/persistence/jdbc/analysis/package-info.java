/** Analyses, their outcomes and their caches in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.analysis;

import org.jspecify.annotations.NullMarked;
