/** Generated documents of experiments in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.document;

import org.jspecify.annotations.NullMarked;
