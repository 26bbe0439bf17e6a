/** Experiments and interview guides on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.experiment;

import org.jspecify.annotations.NullMarked;
