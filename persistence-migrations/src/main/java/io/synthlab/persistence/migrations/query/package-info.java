/** How rows are read, whatever they are about. */
@NullMarked
package io.synthlab.persistence.migrations.query;

import org.jspecify.annotations.NullMarked;
