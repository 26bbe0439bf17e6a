/** Explorations and their scenario nodes on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.exploration;

import org.jspecify.annotations.NullMarked;
