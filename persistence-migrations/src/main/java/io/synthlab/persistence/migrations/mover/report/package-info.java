/** What a run of the mover tells: progress, problems, what was copied, what differs. */
@NullMarked
package io.synthlab.persistence.migrations.mover.report;

import org.jspecify.annotations.NullMarked;
