/** From a driver's exception to ours, the same on both databases. */
@NullMarked
package io.synthlab.persistence.internal.error;

import org.jspecify.annotations.NullMarked;
