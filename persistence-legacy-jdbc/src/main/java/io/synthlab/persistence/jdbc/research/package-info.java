/** Interviews, their transcripts and PR-FAQs in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.research;

import org.jspecify.annotations.NullMarked;
