package org.riderrules.engine.drools;

import org.jspecify.annotations.Nullable;

/**
 * One condition or binding between the commas of a pattern.
 *
 * @param text as the author wrote it
 * @param binding the name it gives to its left-hand side; null when it gives none
 * @param expression the condition, or the bare field when it only binds
 * @param line the line it begins on, from 1
 * @param column the column it begins in, from 1
 */
public record Constraint(String text, @Nullable String binding, Expression expression, int line, int column) {}
