/** Why it came out: a tree of fired rules down to facts and dated table rows, and where the policy came from. */
@NullMarked
package org.riderrules.api.explain;

import org.jspecify.annotations.NullMarked;
