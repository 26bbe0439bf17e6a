/** Interviews, their transcripts and PR-FAQs on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.research;

import org.jspecify.annotations.NullMarked;
