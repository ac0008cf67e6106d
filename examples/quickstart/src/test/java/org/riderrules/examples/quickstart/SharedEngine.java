package org.riderrules.examples.quickstart;

/** One engine for all tests, because loading the packs takes longer than they do. */
final class SharedEngine {
    private static final TopicEngine ENGINE = new TopicEngine();

    private SharedEngine() {}

    static TopicEngine get() {
        return ENGINE;
    }
}
