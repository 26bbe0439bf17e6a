/** Entities of synths and their groups. */
@NullMarked
package io.synthlab.persistence.model.synth;

import org.jspecify.annotations.NullMarked;
