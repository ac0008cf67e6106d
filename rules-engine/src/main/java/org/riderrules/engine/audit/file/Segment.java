package org.riderrules.engine.audit.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of a trail. Its name is all the index there is: the sequence of its first entry, by which the files of a
 * folder sort, and when it was begun.
 *
 * @param file the file
 * @param first the sequence of its first entry
 * @param begun when it was begun, to the second
 */
record Segment(Path file, long first, Instant begun) {
    private static final Pattern NAME = Pattern.compile("decisions-([0-9]{19})-([0-9]{8}T[0-9]{6}Z)\\.jsonl");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Segment named(Path directory, long first, Instant begun) {
        String name = String.format(Locale.ROOT, "decisions-%019d-%s.jsonl", first, TIME.format(begun));
        return new Segment(directory.resolve(name), first, begun);
    }

    /** The segments in a folder, by sequence; other files are not looked at. */
    static List<Segment> in(Path directory) throws IOException {
        List<Segment> segments = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Segment segment = of(file);
                if (segment != null) {
                    segments.add(segment);
                }
            }
        }
        segments.sort(Comparator.comparingLong(Segment::first).thenComparing(Segment::begun));
        return segments;
    }

    private static @Nullable Segment of(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return null;
        }
        try {
            return new Segment(file, Long.parseLong(name.group(1)), TIME.parse(name.group(2), Instant::from));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    String name() {
        return String.valueOf(file.getFileName());
    }
}
