/** Insights, sensitivities and regions on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.insight;

import org.jspecify.annotations.NullMarked;
