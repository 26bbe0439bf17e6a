/** Synths and their groups in JDBC. */
@NullMarked
package io.synthlab.persistence.jdbc.synth;

import org.jspecify.annotations.NullMarked;
