/** The statements that repositories send: how many, and by which index they find their rows. */
@NullMarked
package io.synthlab.persistence.cli.statements;

import org.jspecify.annotations.NullMarked;
