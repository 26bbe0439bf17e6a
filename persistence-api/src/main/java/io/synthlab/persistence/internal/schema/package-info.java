/** What this library knows of the schema version without the migrations module. */
@NullMarked
package io.synthlab.persistence.internal.schema;

import org.jspecify.annotations.NullMarked;
