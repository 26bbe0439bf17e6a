/** Files by which processes keep out of each other's way. */
@NullMarked
package io.synthlab.persistence.internal.file;

import org.jspecify.annotations.NullMarked;
