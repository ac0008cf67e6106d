/**
 * Rule packs as their authors write them: files read strictly, tables bound to declared types, which version decides on
 * which day. Whatever is wrong is told as a {@link org.riderrules.api.error.PackProblem} with file, line and column.
 * Knows nothing of the rule language; not for hosts, except {@link org.riderrules.engine.pack.PackSources}.
 */
@NullMarked
package org.riderrules.engine.pack;

import org.jspecify.annotations.NullMarked;
