/** JSON text to values and back, by streaming; no type of the JSON library leaves this package. */
@NullMarked
package io.synthlab.persistence.internal.json;

import org.jspecify.annotations.NullMarked;
