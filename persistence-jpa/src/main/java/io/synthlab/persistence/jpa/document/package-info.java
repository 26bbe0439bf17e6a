/** Generated documents of experiments on Hibernate. */
@NullMarked
package io.synthlab.persistence.jpa.document;

import org.jspecify.annotations.NullMarked;
