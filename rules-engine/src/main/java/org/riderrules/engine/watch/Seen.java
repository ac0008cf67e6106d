package org.riderrules.engine.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/**
 * What one look at a source saw. As a source itself it hands out exactly that, so what is loaded is what was seen to have
 * settled, and not what was written since.
 * Immutable, thread-safe.
 */
final class Seen implements PackSource {
    private final String name;
    private final String digest;
    private final List<PackFile> files;
    private final @Nullable Exception unreadable;

    private Seen(String name, String digest, List<PackFile> files, @Nullable Exception unreadable) {
        this.name = name;
        this.digest = digest;
        this.files = List.copyOf(files);
        this.unreadable = unreadable;
    }

    /** Looks once. */
    static Seen at(PackSource source) {
        try {
            List<PackFile> files = source.files();
            return new Seen(source.name(), digest(files), files, null);
        } catch (IOException | RuntimeException e) {
            return new Seen(source.name(), e.toString(), List.of(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Two looks with the same digest saw the same: the same files, or the same reason why there are none. */
    String digest() {
        return digest;
    }

    @Override
    public List<PackFile> files() throws IOException {
        if (unreadable instanceof IOException io) {
            throw io;
        }
        if (unreadable instanceof RuntimeException wrong) {
            throw wrong;
        }
        return files;
    }

    private static String digest(List<PackFile> files) {
        MessageDigest digest = sha256();
        for (PackFile file : files) {
            byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
            byte[] content = file.content();
            digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(path.length)
                    .putInt(content.length)
                    .flip());
            digest.update(path);
            digest.update(content);
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
