/** What a host sees of factories at work: events, health, metrics. */
@NullMarked
package io.synthlab.persistence.cli.observe;

import org.jspecify.annotations.NullMarked;
