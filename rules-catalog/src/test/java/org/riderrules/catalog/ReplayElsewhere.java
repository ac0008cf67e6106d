package org.riderrules.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.audit.EntryLine;
import org.riderrules.engine.audit.Replay;
import org.riderrules.engine.audit.Replayed;
import org.riderrules.engine.trust.Trust;

/** Another machine: knows nothing but the lines of a trail, the secrets of its riders and the packs in the jar. */
final class ReplayElsewhere {
    private ReplayElsewhere() {}

    /** Prints how many calls were replayed, and each difference. */
    public static void main(String[] arguments) throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            entries.add(((EntryLine.Whole) EntryLine.read(line.getBytes(StandardCharsets.UTF_8))).entry());
        }
        RiderVault vault = secrets(Path.of(arguments[1]));
        Replay replay = new Replay(RulesEngines.create(RulesCatalog.standard(), Trust.builtIn()));
        List<Replayed.Different> different = replay.replayAll(entries.stream(), vault);
        System.out.println(entries.size() + " entries, " + different.size() + " different");
        different.forEach(System.out::println);
    }

    /** Each line a reference and a key, in hex. */
    private static RiderVault secrets(Path file) throws IOException {
        Map<String, RiderSecret> secrets = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ");
            secrets.put(parts[0], new RiderSecret(parts[0], HexFormat.of().parseHex(parts[1])));
        }
        return new RiderVault() {
            @Override
            public RiderSecret secretOf(String riderId) {
                throw new IllegalStateException("a replay makes no secrets");
            }

            @Override
            public RiderSecret find(String riderId) {
                return null;
            }

            @Override
            public RiderSecret findByReference(String reference) {
                return secrets.get(reference);
            }

            @Override
            public String erase(String riderId) {
                return null;
            }

            @Override
            public void close() {}
        };
    }
}
