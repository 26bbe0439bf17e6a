/** For tests on real databases: a migrated database, a clock and a repository factory per test. */
@NullMarked
package io.synthlab.persistence.testkit;

import org.jspecify.annotations.NullMarked;
