package org.riderrules.engine.trust;

/** Checks nothing. */
enum DevelopmentTrust implements Trust {
    INSTANCE
}
