/** Reads the tables that entities want, and drafts versions that make them. */
@NullMarked
package io.synthlab.persistence.cli.generate;

import org.jspecify.annotations.NullMarked;
