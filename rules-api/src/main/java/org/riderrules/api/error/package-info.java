/** What can go wrong, and how it is told: typed errors that name the place, the value and the mend. Depends on nothing. */
@NullMarked
package org.riderrules.api.error;

import org.jspecify.annotations.NullMarked;
