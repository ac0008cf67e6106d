/**
 * One record for every call, chained, signed, and sealed where it speaks of a person: what is written, how it is
 * verified offline, how it is shown to one person without showing the others, and how a person is erased from it.
 * Where records are kept is behind {@link org.riderrules.api.spi.DecisionStore}.
 */
@NullMarked
package org.riderrules.engine.audit;

import org.jspecify.annotations.NullMarked;
