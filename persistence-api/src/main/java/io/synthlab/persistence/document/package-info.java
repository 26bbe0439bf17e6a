/** Generated documents of experiments. */
@NullMarked
package io.synthlab.persistence.document;

import org.jspecify.annotations.NullMarked;
