/** Generates SQLite databases as the original application left them behind, clean or with planted defects. */
@NullMarked
package io.synthlab.persistence.testkit.legacy;

import org.jspecify.annotations.NullMarked;
