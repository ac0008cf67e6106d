/**
 * Rules about rules: every finding has a place and a way to mend it. So far: the cases of a pack, read and run.
 * Reading them needs {@code tools.jackson.dataformat:jackson-dataformat-yaml}, an optional dependency of the engine.
 */
@NullMarked
package org.riderrules.engine.check;

import org.jspecify.annotations.NullMarked;
