package org.riderrules.engine.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of a PEM file (RFC 7468). Holds no state. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----\\s+([A-Za-z0-9+/=\\s]*?)\\s*-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /** One block: what it is, and its bytes. */
    record Block(String label, byte[] der) {}

    /**
     * The blocks in the order of the file; text around them is left alone.
     *
     * @throws IllegalArgumentException when a block is not Base64
     */
    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Block(
                    block.group(1), Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""))));
        }
        return blocks;
    }

    static String text(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
