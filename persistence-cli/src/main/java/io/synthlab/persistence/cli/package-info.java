/** The command line {@code synthlab-db}. */
@NullMarked
package io.synthlab.persistence.cli;

import org.jspecify.annotations.NullMarked;
