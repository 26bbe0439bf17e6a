/** Tells listeners what happens, and keeps what they throw away from callers. */
@NullMarked
package io.synthlab.persistence.internal.observe;

import org.jspecify.annotations.NullMarked;
