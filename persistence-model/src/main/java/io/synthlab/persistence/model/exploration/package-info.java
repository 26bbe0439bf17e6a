/** Entities of explorations and their scenarios. */
@NullMarked
package io.synthlab.persistence.model.exploration;

import org.jspecify.annotations.NullMarked;
