/** Implementation {@code jpa}: the repositories on Hibernate, on SQLite and on PostgreSQL. */
@NullMarked
package io.synthlab.persistence.jpa;

import org.jspecify.annotations.NullMarked;
