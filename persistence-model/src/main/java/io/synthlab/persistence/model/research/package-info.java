/** Entities of interview batches, transcripts and press releases. */
@NullMarked
package io.synthlab.persistence.model.research;

import org.jspecify.annotations.NullMarked;
