/** What a host may implement: where packs come from, and who hears of decisions. */
@NullMarked
package org.riderrules.api.spi;

import org.jspecify.annotations.NullMarked;
