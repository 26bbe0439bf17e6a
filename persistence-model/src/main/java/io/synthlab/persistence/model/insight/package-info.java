/** Entities of what is concluded from charts, dimensions and regions. */
@NullMarked
package io.synthlab.persistence.model.insight;

import org.jspecify.annotations.NullMarked;
