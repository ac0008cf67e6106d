/**
 * Internal: the accumulate functions of the language. Exact, and the same whatever the order in which facts come and
 * go. The classes are public and have constructors without arguments because generated code makes them.
 */
@NullMarked
package org.riderrules.engine.drools.accumulate;

import org.jspecify.annotations.NullMarked;
