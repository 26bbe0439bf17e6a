/** What a host can see of a factory at work: calls, switches, comparisons, pools, health. */
@NullMarked
package io.synthlab.persistence.observe;

import org.jspecify.annotations.NullMarked;
