/** What an entity says about its table that Jakarta Persistence has no word for where columns are plain values. */
@NullMarked
package io.synthlab.persistence.model.schema;

import org.jspecify.annotations.NullMarked;
