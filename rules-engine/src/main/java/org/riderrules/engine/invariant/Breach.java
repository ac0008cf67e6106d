package org.riderrules.engine.invariant;

/**
 * An invariant that a pack broke.
 *
 * @param invariant its code
 * @param found what was found, for operators
 */
public record Breach(String invariant, String found) {}
