/** What Hibernate has to know about the two databases beyond its own dialects. */
@NullMarked
package io.synthlab.persistence.jpa.dialect;

import org.jspecify.annotations.NullMarked;
