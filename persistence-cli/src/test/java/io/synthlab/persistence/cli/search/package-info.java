/** Proof that a search means the same on both databases. */
@NullMarked
package io.synthlab.persistence.cli.search;

import org.jspecify.annotations.NullMarked;
