/**
 * Internal: compiles one pack version, guards it, runs it, collects firings. Nothing here is promised to a host; hosts
 * use {@code org.riderrules.engine}.
 */
@NullMarked
package org.riderrules.engine.drools;

import org.jspecify.annotations.NullMarked;
