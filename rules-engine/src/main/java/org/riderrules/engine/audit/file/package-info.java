/**
 * Keeps a trail and the secrets of its riders in plain files: one entry a line, only ever appended, owned by one process
 * at a time, readable with any editor. What was acknowledged is on the disk; what a crash cut in half is set aside,
 * never deleted. Stores of databases are in {@code audit.jdbc}.
 */
@NullMarked
package org.riderrules.engine.audit.file;

import org.jspecify.annotations.NullMarked;
