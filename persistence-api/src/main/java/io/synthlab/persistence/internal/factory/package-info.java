/** Discovery of providers, switches, and the fronts that hosts hold. */
@NullMarked
package io.synthlab.persistence.internal.factory;

import org.jspecify.annotations.NullMarked;
