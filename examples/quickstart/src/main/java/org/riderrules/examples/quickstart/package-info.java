/** One file of facts in, one printed decision out. */
@NullMarked
package org.riderrules.examples.quickstart;

import org.jspecify.annotations.NullMarked;
