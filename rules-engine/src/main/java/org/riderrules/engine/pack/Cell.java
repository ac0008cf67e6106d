package org.riderrules.engine.pack;

/**
 * One cell of a table file. Immutable, thread-safe.
 *
 * @param text the text without quotes; empty for an empty cell
 * @param place where the cell begins, its opening quote included
 */
public record Cell(String text, Place place) {}
