/** Analyses of experiments, outcomes of synths, and what is computed from them. */
@NullMarked
package io.synthlab.persistence.analysis;

import org.jspecify.annotations.NullMarked;
