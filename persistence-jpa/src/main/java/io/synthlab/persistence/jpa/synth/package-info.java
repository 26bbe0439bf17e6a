/** Synths and their groups on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.synth;

import org.jspecify.annotations.NullMarked;
