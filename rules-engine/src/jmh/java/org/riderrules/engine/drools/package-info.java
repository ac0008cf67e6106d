/** Benchmarks; in this package because they compare the engine with the rule base inside it. */
@NullUnmarked
package org.riderrules.engine.drools;

import org.jspecify.annotations.NullUnmarked;
