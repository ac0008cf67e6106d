package org.riderrules.engine.audit;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;

/** A vault in memory. */
public final class MemoryVault implements RiderVault {
    private final Map<String, RiderSecret> secrets = new ConcurrentHashMap<>();
    private final SecureRandom random;

    /** Makes secrets by chance. */
    public MemoryVault() {
        this(new SecureRandom());
    }

    /** Makes secrets of these random numbers. */
    public MemoryVault(SecureRandom random) {
        this.random = random;
    }

    @Override
    public RiderSecret secretOf(String riderId) {
        return secrets.computeIfAbsent(riderId, each -> RiderSecret.fresh(random));
    }

    @Override
    public @Nullable RiderSecret find(String riderId) {
        return secrets.get(riderId);
    }

    @Override
    public @Nullable RiderSecret findByReference(String reference) {
        return secrets.values().stream()
                .filter(secret -> secret.reference().equals(reference))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String erase(String riderId) {
        RiderSecret erased = secrets.remove(riderId);
        return erased == null ? null : erased.reference();
    }

    @Override
    public void close() {}
}
