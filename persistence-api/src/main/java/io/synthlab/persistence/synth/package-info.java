/** Synths (synthetic personas) and the groups they were generated in. */
@NullMarked
package io.synthlab.persistence.synth;

import org.jspecify.annotations.NullMarked;
