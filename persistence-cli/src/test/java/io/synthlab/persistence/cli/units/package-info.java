/** Proof that a unit of work over both implementations is one transaction, on both databases. */
@NullMarked
package io.synthlab.persistence.cli.units;

import org.jspecify.annotations.NullMarked;
