/** The command line {@code synthlab-db}, run in process and as a process of its own. */
@NullMarked
package io.synthlab.persistence.cli;

import org.jspecify.annotations.NullMarked;
