/** Asks a second implementation beside the one that serves, and compares the answers. */
@NullMarked
package io.synthlab.persistence.internal.compare;

import org.jspecify.annotations.NullMarked;
