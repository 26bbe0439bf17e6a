/** Schema versions of both databases: look, migrate, take over a file of the original. Start at {@link Schema}. */
@NullMarked
package io.synthlab.persistence.migrations;

import org.jspecify.annotations.NullMarked;
