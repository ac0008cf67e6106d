package org.riderrules.engine.drools;

/**
 * A field of a type that a pack declares.
 *
 * @param name the name as it is declared
 * @param typeName the type as it is declared, for instance {@code Rate}
 * @param key whether it is marked {@code @key}
 * @param line the line of its declaration, from 1
 */
public record DeclaredField(String name, String typeName, boolean key, int line) {}
