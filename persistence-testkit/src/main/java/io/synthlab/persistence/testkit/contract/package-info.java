/** What every implementation has to do on every database, each numbered case of the specification by its number. */
@NullMarked
package io.synthlab.persistence.testkit.contract;

import org.jspecify.annotations.NullMarked;
