/** Comparing mode on real databases, with an implementation that answers as a test wants it. */
@NullMarked
package io.synthlab.persistence.cli.compare;

import org.jspecify.annotations.NullMarked;
