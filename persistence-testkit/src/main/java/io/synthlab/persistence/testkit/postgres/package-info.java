/** Real PostgreSQL servers for tests and demonstrations, wherever they come from. */
@NullMarked
package io.synthlab.persistence.testkit.postgres;

import org.jspecify.annotations.NullMarked;
