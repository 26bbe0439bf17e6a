/** The provider and its session. */
@NullMarked
package io.synthlab.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
