/** How schema versions are applied and files of the original recognised. Not for use outside of this module. */
@NullMarked
package io.synthlab.persistence.migrations.schema;

import org.jspecify.annotations.NullMarked;
