/** Requests, facts and decisions as JSON, strict on the way in; and one canonical form of bytes, for digests. */
@NullMarked
package org.riderrules.engine.json;

import org.jspecify.annotations.NullMarked;
