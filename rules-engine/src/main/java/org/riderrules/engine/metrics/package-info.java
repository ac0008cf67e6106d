/**
 * Counts and timings of an engine and its audit trail for Micrometer. Needs {@code io.micrometer:micrometer-core}, an
 * optional dependency of the engine; the only package that knows it.
 */
@NullMarked
package org.riderrules.engine.metrics;

import org.jspecify.annotations.NullMarked;
