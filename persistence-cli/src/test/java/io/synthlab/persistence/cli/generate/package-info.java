/** Versions drafted from changed entities, applied, proven and undone. */
@NullMarked
package io.synthlab.persistence.cli.generate;

import org.jspecify.annotations.NullMarked;
