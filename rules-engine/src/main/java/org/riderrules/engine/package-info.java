/** The factory: from a pack source to an engine that decides. Everything a host needs from this jar. */
@NullMarked
package org.riderrules.engine;

import org.jspecify.annotations.NullMarked;
