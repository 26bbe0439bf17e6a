/** Entities of experiments and their interview guides. */
@NullMarked
package io.synthlab.persistence.model.experiment;

import org.jspecify.annotations.NullMarked;
