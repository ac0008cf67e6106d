package org.riderrules.engine.pack;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackFile;

/**
 * The text of a pack's file: valid UTF-8 without byte order mark, lines ended by LF or CR LF, no control characters but
 * tabs. Holds no state.
 */
public final class PackText {
    private static final String SAVE = "save the file as UTF-8 without byte order mark (in a spreadsheet: CSV UTF-8)";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PackText() {}

    /** The text; null after a problem was reported. */
    public static @Nullable String of(PackFile file, Consumer<PackProblem> problems) {
        ByteBuffer bytes = ByteBuffer.wrap(file.content());
        CharBuffer decoded = CharBuffer.allocate(bytes.remaining());
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        boolean malformed = decoder.decode(bytes, decoded, true).isError();
        String text = decoded.flip().toString();
        if (malformed) {
            String wrong = String.format(Locale.ROOT, "0x%02X", bytes.get(bytes.position()));
            Place place = end(file.path(), text);
            problems.accept(place.problem("file-not-utf8", "the byte " + wrong + " is no UTF-8", SAVE));
            return null;
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            problems.accept(new Place(file.path(), 1, 1)
                    .problem("file-byte-order-mark", "the file begins with a byte order mark (U+FEFF)", SAVE));
            return null;
        }
        return hasOnlyText(file.path(), text, problems) ? text : null;
    }

    private static boolean hasOnlyText(String path, String text, Consumer<PackProblem> problems) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean ending = character == '\n' || character == '\r' && text.startsWith("\n", i + 1);
            if (Character.isISOControl(character) && character != '\t' && !ending) {
                problems.accept(end(path, text.substring(0, i))
                        .problem(
                                "file-control-character",
                                String.format(Locale.ROOT, "the control character U+%04X stands here", (int) character),
                                character == '\r'
                                        ? "end lines with LF or CR LF, not with CR alone"
                                        : "delete it; only tabs and line ends are allowed"));
                return false;
            }
        }
        return true;
    }

    private static Place end(String path, String before) {
        int lines = (int) before.chars().filter(character -> character == '\n').count();
        return new Place(path, lines + 1, before.length() - before.lastIndexOf('\n'));
    }
}
