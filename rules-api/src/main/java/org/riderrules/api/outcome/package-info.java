/** What comes out: one record for each kind of result, under one sealed interface. */
@NullMarked
package org.riderrules.api.outcome;

import org.jspecify.annotations.NullMarked;
