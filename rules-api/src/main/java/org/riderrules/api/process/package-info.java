/** What people did about a decision: confirmed, rejected, explained, appealed, corrected; kept in the chain of records. */
@NullMarked
package org.riderrules.api.process;

import org.jspecify.annotations.NullMarked;
