/** What every implementation has to decide the same way before it asks the database. */
@NullMarked
package io.synthlab.persistence.internal.query;

import org.jspecify.annotations.NullMarked;
