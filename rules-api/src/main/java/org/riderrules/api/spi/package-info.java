/**
 * What a host may implement: where packs come from, who hears of decisions, where decisions are kept, and where, apart
 * from them, what opens their personal parts.
 */
@NullMarked
package org.riderrules.api.spi;

import org.jspecify.annotations.NullMarked;
