/** The search language of the synth repository: parsed into a small tree, rendered for each database. */
@NullMarked
package io.synthlab.persistence.internal.search;

import org.jspecify.annotations.NullMarked;
