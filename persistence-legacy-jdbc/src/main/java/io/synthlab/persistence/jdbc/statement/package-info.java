/** Statements on the connection of the unit of work, and where the two databases differ. */
@NullMarked
package io.synthlab.persistence.jdbc.statement;

import org.jspecify.annotations.NullMarked;
