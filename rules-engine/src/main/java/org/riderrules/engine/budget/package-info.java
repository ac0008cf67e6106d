/** How much a pack may use, at build and at run, and what happens to one that uses more. */
@NullMarked
package org.riderrules.engine.budget;

import org.jspecify.annotations.NullMarked;
