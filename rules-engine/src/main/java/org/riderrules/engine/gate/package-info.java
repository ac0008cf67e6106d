/**
 * Internal: gate 2, the authority on what a pack can do. Reads the bytecode of every generated class and refuses what is
 * not on a list; knows bytecode and the language, not Drools.
 */
@NullMarked
package org.riderrules.engine.gate;

import org.jspecify.annotations.NullMarked;
