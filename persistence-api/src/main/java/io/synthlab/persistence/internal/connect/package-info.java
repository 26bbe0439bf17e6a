/** Connections and pools, and the settings each driver needs. */
@NullMarked
package io.synthlab.persistence.internal.connect;

import org.jspecify.annotations.NullMarked;
