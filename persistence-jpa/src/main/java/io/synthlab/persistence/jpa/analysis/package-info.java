/** Analyses, their outcomes and their caches on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.analysis;

import org.jspecify.annotations.NullMarked;
