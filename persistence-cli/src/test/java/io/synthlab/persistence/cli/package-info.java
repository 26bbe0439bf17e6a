/** The command line, run in process: what it prints, what it refuses, and what it ends with. */
@NullMarked
package io.synthlab.persistence.cli;

import org.jspecify.annotations.NullMarked;
