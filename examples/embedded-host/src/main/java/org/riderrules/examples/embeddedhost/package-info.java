/** The smallest host: one main that embeds the engine and decides once. */
@NullMarked
package org.riderrules.examples.embeddedhost;

import org.jspecify.annotations.NullMarked;
