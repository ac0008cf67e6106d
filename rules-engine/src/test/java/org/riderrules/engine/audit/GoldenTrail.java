package org.riderrules.engine.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.riderrules.api.spi.AuditEntry;

/** The trail whose bytes are frozen, as files that an auditor would have. */
public final class GoldenTrail {
    /** Where it stands, seen from this module. */
    public static final Path FILE = Path.of("src/test/resources/org/riderrules/engine/audit/golden.jsonl");

    private GoldenTrail() {}

    /** Its entries. */
    public static List<AuditEntry> entries() throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            EntryLine.Content content = EntryLine.read(line.getBytes(StandardCharsets.UTF_8));
            entries.add(((EntryLine.Whole) content).entry());
        }
        return entries;
    }

    /** Writes {@code trail.jsonl}, {@code audit.public.pem} and {@code proof.json} about its first record. */
    public static void into(Path folder) throws IOException {
        Files.write(folder.resolve("trail.jsonl"), Files.readAllBytes(FILE));
        Files.writeString(
                folder.resolve("audit.public.pem"), Fixed.KEY.verifyingKey().toPem());
        MemoryStore store = new MemoryStore();
        store.append(entries());
        Files.writeString(
                folder.resolve("proof.json"),
                InclusionProof.of(store.all().get(0), store).json());
    }
}
