package org.riderrules.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.riderrules.engine.pack.BuiltInSource;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.pack.SourceFiles;
import org.riderrules.engine.trust.PackList;

/**
 * Run by the build when the catalogue is compiled: writes the digest of every file in {@code packs/} beside {@link
 * RulesCatalog}, so that {@code Trust.builtIn()} can tell whether they are still the ones that were built. Whatever else
 * the jar is to vouch for belongs into this step.
 */
public final class ListPacks {
    private ListPacks() {}

    /**
     * Writes the list.
     *
     * @param args the folder with the packs, and the folder with the classes
     */
    public static void main(String[] args) throws IOException {
        SourceFiles packs = SourceFiles.of(PackSources.directory(Path.of(args[0])));
        Path beside =
                Path.of(args[1]).resolve(RulesCatalog.class.getPackageName().replace('.', '/'));
        Files.write(beside.resolve(BuiltInSource.LIST), PackList.of(packs).bytes());
    }
}
