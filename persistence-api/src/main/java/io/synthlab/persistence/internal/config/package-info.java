/** Where settings come from, their names, ranges and parsers. */
@NullMarked
package io.synthlab.persistence.internal.config;

import org.jspecify.annotations.NullMarked;
