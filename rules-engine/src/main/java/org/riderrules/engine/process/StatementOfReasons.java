package org.riderrules.engine.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.riderrules.api.error.Require;
import org.riderrules.api.explain.Language;

/**
 * A written statement of reasons (EU directive 2024/2831, art. 11; Seattle SMC 8.40; Minnesota 181C.04), as text and as
 * one HTML page that needs nothing else. The same decision gives the same bytes. Immutable, thread-safe.
 *
 * @param language the language it is written in
 * @param text as plain text, lines ended by a line feed
 * @param html as HTML, also well-formed XML; every value from outside is escaped
 */
public record StatementOfReasons(Language language, String text, String html) {
    /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
    public StatementOfReasons {
        Require.present("StatementOfReasons", "language", language);
        Require.present("StatementOfReasons", "text", text);
        Require.present("StatementOfReasons", "html", html);
    }

    /** {@code sha256:} and the hex digest of the text, UTF-8. */
    public String textDigest() {
        return digest(text);
    }

    /** {@code sha256:} and the hex digest of the HTML, UTF-8. */
    public String htmlDigest() {
        return digest(html);
    }

    private static String digest(String document) {
        try {
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
