/** The contract proves itself: an implementation with planted faults, and what the contract says of each. */
@NullMarked
package io.synthlab.persistence.cli.faults;

import org.jspecify.annotations.NullMarked;
