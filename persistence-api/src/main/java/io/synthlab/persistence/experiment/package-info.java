/** Experiments with their scorecards, and interview guides. */
@NullMarked
package io.synthlab.persistence.experiment;

import org.jspecify.annotations.NullMarked;
