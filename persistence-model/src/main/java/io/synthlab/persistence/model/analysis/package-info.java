/** Entities of analyses, their outcomes and their cached charts. */
@NullMarked
package io.synthlab.persistence.model.analysis;

import org.jspecify.annotations.NullMarked;
