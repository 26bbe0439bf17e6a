/** Identifiers: their formats and how new ones are made. */
@NullMarked
package io.synthlab.persistence.internal.id;

import org.jspecify.annotations.NullMarked;
