/** Entities of tables that only older versions write. */
@NullMarked
package io.synthlab.persistence.model.legacy;

import org.jspecify.annotations.NullMarked;
