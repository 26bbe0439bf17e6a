/** Searches for better scenarios, as trees of nodes. */
@NullMarked
package io.synthlab.persistence.exploration;

import org.jspecify.annotations.NullMarked;
