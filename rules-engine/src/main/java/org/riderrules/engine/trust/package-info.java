/**
 * Whose packs an engine loads: what is signed, what is built in, and, loudly, what is neither. Everything is checked on
 * the bytes that are loaded afterwards, before anything of a pack but its signatures is parsed. What is refused is told
 * as a {@link org.riderrules.api.error.PackProblem} whose code begins with {@code trust-}.
 */
@NullMarked
package org.riderrules.engine.trust;

import org.jspecify.annotations.NullMarked;
