/** The arrows between the modules, in sources and in packaged jars. */
@NullMarked
package io.synthlab.persistence.cli.architecture;

import org.jspecify.annotations.NullMarked;
