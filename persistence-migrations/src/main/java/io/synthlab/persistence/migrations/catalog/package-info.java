/** The data dictionary of the 19 tables, read from {@code schema.tsv}. */
@NullMarked
package io.synthlab.persistence.migrations.catalog;

import org.jspecify.annotations.NullMarked;
