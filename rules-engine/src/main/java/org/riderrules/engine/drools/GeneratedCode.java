package org.riderrules.engine.drools;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Step 2: the Java sources of the executable model.
 *
 * @param sources path to text, without the declared types, which are compiled already
 * @param declaredClasses name to bytes of the declared types
 * @param models the names of the model classes
 */
record GeneratedCode(SortedMap<String, String> sources, Map<String, byte[]> declaredClasses, List<String> models) {}
