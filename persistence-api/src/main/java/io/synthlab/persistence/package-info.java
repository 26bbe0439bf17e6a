/** Entry point: factory, configuration, switches, pages and the JSON value. */
@NullMarked
package io.synthlab.persistence;

import org.jspecify.annotations.NullMarked;
