package org.riderrules.engine.audit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@link Child}, and what it has said. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private ChildProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one and waits until its store is open, or until it says why not. */
    static ChildProcess start(List<String> before, String kind, Path folder, int entries, long seed)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                kind,
                folder.toString(),
                Integer.toString(entries),
                Long.toString(seed)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildProcess(process);
    }

    /** The next line; null = the process has ended. */
    String next() throws IOException {
        return said.readLine();
    }

    void awaitOpen() throws IOException {
        assertThat(next()).isEqualTo("open");
    }

    /** Reads what is acknowledged into a map of hashes by sequence; false = the process has ended. */
    boolean hear(Map<Long, String> acknowledged) throws IOException {
        String line = next();
        if (line == null || !line.startsWith("kept ")) {
            return false;
        }
        String[] words = line.split(" ");
        if (words.length == 3 && words[2].length() == 64) {
            acknowledged.put(Long.parseLong(words[1]), words[2]);
        }
        return true;
    }

    /** {@code kill -9}; through the handle, so that what it had said can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    int end() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
