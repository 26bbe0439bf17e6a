/** Timestamps as the tables hold them: text in one of four forms. */
@NullMarked
package io.synthlab.persistence.internal.time;

import org.jspecify.annotations.NullMarked;
