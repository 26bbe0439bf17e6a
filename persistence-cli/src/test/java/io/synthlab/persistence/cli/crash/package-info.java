/** Servers and sessions that die under load: each unit happens whole or not at all, as its caller was told. */
@NullMarked
package io.synthlab.persistence.cli.crash;

import org.jspecify.annotations.NullMarked;
