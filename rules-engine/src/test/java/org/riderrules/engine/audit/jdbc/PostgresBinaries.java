package org.riderrules.engine.audit.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** Where the programs of a PostgreSQL come from: an artefact of the build, else this machine. */
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private PostgresBinaries() {}

    /** The {@code bin} folder, or nothing where no PostgreSQL can be had. */
    static Optional<Path> find(Path unpackInto) throws IOException, InterruptedException {
        if (isLinuxOnX86()) {
            Optional<Path> unpacked = unpack(unpackInto);
            if (unpacked.isPresent() && runs(unpacked.get())) {
                return unpacked;
            }
        }
        return installed();
    }

    private static boolean isLinuxOnX86() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")
                && List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    }

    private static Optional<Path> unpack(Path into) throws IOException, InterruptedException {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                return Optional.empty();
            }
            Process tar = new ProcessBuilder("tar", "-x", "-f", "-", "-C", into.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream out = tar.getOutputStream();
                    InputStream plain = new XZInputStream(archive)) {
                plain.transferTo(out);
            }
            return tar.waitFor() == 0 ? Optional.of(into.resolve("bin")) : Optional.empty();
        }
    }

    private static Optional<Path> installed() throws IOException, InterruptedException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            for (Path version : versions.sorted(Comparator.reverseOrder()).toList()) {
                if (runs(version.resolve("bin"))) {
                    return Optional.of(version.resolve("bin"));
                }
            }
        }
        return Optional.empty();
    }

    /** A binary of another C library is there and does not start. */
    private static boolean runs(Path bin) throws IOException, InterruptedException {
        if (!Files.isExecutable(bin.resolve("initdb")) || !Files.isExecutable(bin.resolve("postgres"))) {
            return false;
        }
        Process version = new ProcessBuilder(bin.resolve("postgres").toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return version.waitFor(30, TimeUnit.SECONDS) && version.exitValue() == 0;
    }
}
