/** For authors of implementations: provider, session, unit of work, schema migrator. */
@NullMarked
package io.synthlab.persistence.spi;

import org.jspecify.annotations.NullMarked;
