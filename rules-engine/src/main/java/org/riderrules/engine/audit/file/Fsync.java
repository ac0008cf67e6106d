package org.riderrules.engine.audit.file;

/** When a file store makes the disk confirm what was written. What each costs is in {@code docs/benchmarks.md}. */
public enum Fsync {
    /**
     * After every entry: none is acknowledged, and none is written behind it, before it is on the disk. The slowest, by
     * far: one fsync for each entry, however many wait.
     */
    EACH_ENTRY,

    /**
     * Once for all entries that are appended together; the default. An entry is acknowledged when it is on the disk, and
     * those that came while the disk was busy share the next fsync. So an entry waits for two of them at the most, and
     * there is no timer to set.
     */
    GROUP,

    /**
     * Never, except when a file is full and when the store is closed: an acknowledged entry survives the end of this
     * process, however it ends, but may be lost with the machine (on Linux, by default, what was written in the last 30
     * seconds). Not for penalties.
     */
    OPERATING_SYSTEM
}
