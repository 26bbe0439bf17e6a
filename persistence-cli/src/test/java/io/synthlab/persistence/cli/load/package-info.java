/** Many threads, both implementations at once, switches that move: nothing fails, nothing is lost, nothing is doubled. */
@NullMarked
package io.synthlab.persistence.cli.load;

import org.jspecify.annotations.NullMarked;
