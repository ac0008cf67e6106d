package org.riderrules.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of facts, in UTF-8, or the sample that comes with the example. */
final class Input {
    static final String SAMPLE = "sample.jsonl";

    private final String name;
    private final Opener opener;

    private Input(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    /** @throws UsageException when there is no such file */
    static Input of(@Nullable Path file) {
        if (file == null) {
            return new Input(SAMPLE, Input::openSample);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UsageException("--facts is " + file + "; there is no file to read at that place");
        }
        String name = String.valueOf(file.getFileName());
        return new Input(name, () -> new InputStreamReader(Files.newInputStream(file), UTF_8));
    }

    /** A text in place of a file. */
    static Input of(String name, String text) {
        return new Input(name, () -> new StringReader(text));
    }

    /** The name of the file, without its folder. */
    String name() {
        return name;
    }

    /** Opens it for reading from the first line on. */
    Lines open() throws IOException {
        return new Lines(new BufferedReader(opener.open()));
    }

    private static Reader openSample() throws IOException {
        InputStream sample = Input.class.getResourceAsStream(SAMPLE);
        if (sample == null) {
            throw new IOException(SAMPLE + " is missing beside " + Input.class.getName());
        }
        return new InputStreamReader(sample, UTF_8);
    }

    private interface Opener {
        Reader open() throws IOException;
    }

    /** The lines that are not blank. */
    final class Lines implements AutoCloseable {
        private final BufferedReader reader;
        private int number;

        private Lines(BufferedReader reader) {
            this.reader = reader;
        }

        /** The next line; null = there is none. */
        @Nullable
        Line next() throws IOException {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (number == 1 && text.startsWith("\uFEFF")) {
                    text = text.substring(1);
                }
                if (!text.isBlank()) {
                    return new Line(name + ":" + number, text);
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /** A line, and where it stands. */
    record Line(String where, String text) {}
}
