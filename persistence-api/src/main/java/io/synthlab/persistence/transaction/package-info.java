/** Units of work: one transaction over any mix of repositories and implementations. */
@NullMarked
package io.synthlab.persistence.transaction;

import org.jspecify.annotations.NullMarked;
