/** Hibernate at work inside of units: the shared session factory, sessions on the unit's connection, errors. */
@NullMarked
package io.synthlab.persistence.jpa.session;

import org.jspecify.annotations.NullMarked;
