/** Benchmarks of recording. */
@NullUnmarked
package org.riderrules.engine.audit;

import org.jspecify.annotations.NullUnmarked;
