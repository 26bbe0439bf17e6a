/** Entity of documents generated about experiments. */
@NullMarked
package io.synthlab.persistence.model.document;

import org.jspecify.annotations.NullMarked;
