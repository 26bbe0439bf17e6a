/** Interviews of synths in batches, their transcripts, and the PR-FAQs made of them. */
@NullMarked
package io.synthlab.persistence.research;

import org.jspecify.annotations.NullMarked;
