/** Puts the packs of a directory in force when they change: an optional way to replace packs, on top of the engine. */
@NullMarked
package org.riderrules.engine.watch;

import org.jspecify.annotations.NullMarked;
