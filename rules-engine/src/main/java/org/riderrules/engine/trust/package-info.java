/** Whose packs an engine loads: what is signed, what is built in, and, loudly, what is neither. */
@NullMarked
package org.riderrules.engine.trust;

import org.jspecify.annotations.NullMarked;
