/** Strict reading of JSON documents, and the one text PostgreSQL writes for each meaning. */
@NullMarked
package io.synthlab.persistence.migrations.mover.json;

import org.jspecify.annotations.NullMarked;
