package org.riderrules.engine.drools;

/**
 * One DRL file of a pack version.
 *
 * @param path the path as it stands in problems, for instance {@code tiering/v2/rules/decide.drl}
 * @param text the whole text
 */
public record DrlSource(String path, String text) {}
