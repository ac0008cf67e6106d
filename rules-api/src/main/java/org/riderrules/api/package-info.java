/** The door: a host asks a {@link org.riderrules.api.RulesEngine} and gets decisions. */
@NullMarked
package org.riderrules.api;

import org.jspecify.annotations.NullMarked;
