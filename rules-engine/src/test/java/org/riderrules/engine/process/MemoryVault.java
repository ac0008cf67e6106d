package org.riderrules.engine.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;

/** Secrets that are the same in every run, so that records are. */
final class MemoryVault implements RiderVault {
    private final Map<String, RiderSecret> secrets = new HashMap<>();

    @Override
    public synchronized RiderSecret secretOf(String riderId) {
        return secrets.computeIfAbsent(riderId, id -> {
            byte[] hash = sha256(id);
            return new RiderSecret(HexFormat.of().formatHex(Arrays.copyOf(hash, 16)), hash);
        });
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized RiderSecret find(String riderId) {
        return secrets.get(riderId);
    }

    @Override
    public synchronized RiderSecret findByReference(String reference) {
        return secrets.values().stream()
                .filter(secret -> secret.reference().equals(reference))
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized String erase(String riderId) {
        RiderSecret erased = secrets.remove(riderId);
        return erased == null ? null : erased.reference();
    }

    @Override
    public void close() {}
}
