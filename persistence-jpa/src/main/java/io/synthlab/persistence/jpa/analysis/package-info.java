/** Analyses and what belongs to them, on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.analysis;

import org.jspecify.annotations.NullMarked;
