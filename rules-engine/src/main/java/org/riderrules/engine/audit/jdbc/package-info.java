/**
 * Keeps a trail and the secrets of its riders in a database through {@code java.sql}: PostgreSQL, or SQLite inside the
 * process. The host brings the driver. One writer for each trail, seen to by the database; tables that take inserts only;
 * every step of the schema on record with its checksum.
 */
@NullMarked
package org.riderrules.engine.audit.jdbc;

import org.jspecify.annotations.NullMarked;
