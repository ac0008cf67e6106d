/** Internal: what no pack can override, checked after its rules have fired. */
@NullMarked
package org.riderrules.engine.invariant;

import org.jspecify.annotations.NullMarked;
