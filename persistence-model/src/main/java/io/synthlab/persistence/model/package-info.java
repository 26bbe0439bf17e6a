/** Entities of the 19 tables: carriers between row and record, without associations and without behaviour. */
@NullMarked
package io.synthlab.persistence.model;

import org.jspecify.annotations.NullMarked;
