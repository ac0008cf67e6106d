/**
 * Due process: from a recommendation to a person's decision, its reasons, its effect and an appeal; and from an upheld
 * appeal to the decisions it changes. {@link org.riderrules.engine.process.DueProcess} and
 * {@link org.riderrules.engine.process.Corrections} are the doors.
 */
@NullMarked
package org.riderrules.engine.process;

import org.jspecify.annotations.NullMarked;
