/**
 * Internal: what a rule may name, in one place. Both gates and the page for authors ({@code docs/language.md}) read
 * these lists and no others. Knows neither Drools nor bytecode.
 */
@NullMarked
package org.riderrules.engine.language;

import org.jspecify.annotations.NullMarked;
