/** The law: the rule packs that come with this library, and the class that finds them. */
@NullMarked
package org.riderrules.catalog;

import org.jspecify.annotations.NullMarked;
