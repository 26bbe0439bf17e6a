/** What analyses and simulations tell: insights, sensitivities, regions. */
@NullMarked
package io.synthlab.persistence.insight;

import org.jspecify.annotations.NullMarked;
