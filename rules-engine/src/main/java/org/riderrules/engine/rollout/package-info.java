/**
 * How packs go live: replaced, tried in the shadow or on a share of riders, rolled back; and what is reported about it.
 * Values and handles only; the engine itself takes the steps.
 */
@NullMarked
package org.riderrules.engine.rollout;

import org.jspecify.annotations.NullMarked;
