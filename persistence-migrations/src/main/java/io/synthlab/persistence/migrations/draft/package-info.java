/** Drafts the scripts of a version from what the tables are and what they should become. */
@NullMarked
package io.synthlab.persistence.migrations.draft;

import org.jspecify.annotations.NullMarked;
