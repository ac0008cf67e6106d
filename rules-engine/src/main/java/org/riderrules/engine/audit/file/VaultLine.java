package org.riderrules.engine.audit.file;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.RiderSecret;

/**
 * One rider's line in a vault: JSON without a space, so that a space says that it was being erased.
 *
 * @param rider the rider's id
 * @param secret the rider's secret
 */
record VaultLine(String rider, RiderSecret secret) {
    static final char ERASED = ' ';
    private static final Pattern FORM = Pattern.compile(
            "\\{\"crc\":\"([0-9a-f]{8})\",\"key\":\"([0-9a-f]{64})\",\"reference\":\"([0-9a-f]{32})\",\"rider\":\"([^\" \\\\]+)\"}");

    static String text(String rider, RiderSecret secret) {
        String key = HexFormat.of().formatHex(secret.key());
        return "{\"crc\":\"" + crc(rider, secret.reference(), key) + "\",\"key\":\"" + key + "\",\"reference\":\""
                + secret.reference() + "\",\"rider\":\"" + rider + "\"}";
    }

    /** What a line says; null = it is no whole line. */
    static @Nullable VaultLine of(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches() || !form.group(1).equals(crc(form.group(4), form.group(3), form.group(2)))) {
            return null;
        }
        return new VaultLine(
                form.group(4), new RiderSecret(form.group(3), HexFormat.of().parseHex(form.group(2))));
    }

    /** Against disks, not against people: a changed key would open nothing and say nothing. */
    private static String crc(String rider, String reference, String key) {
        CRC32 crc = new CRC32();
        crc.update((key + reference + rider).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
