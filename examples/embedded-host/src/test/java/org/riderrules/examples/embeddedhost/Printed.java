package org.riderrules.examples.embeddedhost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What the host prints, run once for all tests. */
final class Printed {
    private static final String TEXT = run();

    private Printed() {}

    static String text() {
        return TEXT;
    }

    private static String run() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            EmbeddedHost.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(UTF_8).replace("\r\n", "\n");
    }
}
