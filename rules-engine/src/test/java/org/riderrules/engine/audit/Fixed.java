package org.riderrules.engine.audit;

import java.io.Serial;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.riderrules.engine.trust.SigningKey;

/** Clock, key and random numbers that are the same in every run. */
public final class Fixed {
    /** When everything is recorded. */
    public static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    /** Always the same time. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    /** Signs checkpoints. */
    public static final SigningKey KEY = SigningKey.generate(random(1));

    private Fixed() {}

    /** The same numbers for one seed. */
    public static SecureRandom random(long seed) {
        return new SecureRandom() {
            @Serial
            private static final long serialVersionUID = 1L;

            private final Random numbers = new Random(seed);

            @Override
            public void nextBytes(byte[] bytes) {
                numbers.nextBytes(bytes);
            }
        };
    }

    /** A trail at {@link #NOW}, signed by {@link #KEY}. */
    public static AuditTrail.Builder trail(MemoryStore store, MemoryVault vault) {
        return AuditTrail.on(store, vault, KEY).clock(CLOCK);
    }
}
