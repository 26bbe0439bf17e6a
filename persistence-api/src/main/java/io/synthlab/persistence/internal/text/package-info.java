/** What a text column may hold on both databases. */
@NullMarked
package io.synthlab.persistence.internal.text;

import org.jspecify.annotations.NullMarked;
