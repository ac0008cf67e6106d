/** What a host hands in about a rider: immutable records, checked when they are built. */
@NullMarked
package org.riderrules.api.fact;

import org.jspecify.annotations.NullMarked;
