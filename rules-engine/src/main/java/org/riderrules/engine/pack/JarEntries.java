package org.riderrules.engine.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Takes in the entries of an open jar that lie in a folder. */
final class JarEntries {
    private static final String META = "META-INF/";

    private JarEntries() {}

    /** {@code packs} for {@code /packs/}, {@code packs/} and {@code packs}. */
    static String folder(String root) {
        return root.replaceAll("^/+|/+$", "");
    }

    /** Returns whether the jar has the folder at all. */
    static boolean into(Intake intake, ZipFile jar, String folder, String origin) throws IOException {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        boolean found = folder.isEmpty();
        Set<String> seen = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements() && !intake.full(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (!name.startsWith(prefix) || folder.isEmpty() && name.startsWith(META)) {
                continue;
            }
            found = true;
            if (entry.isDirectory()) {
                continue;
            }
            String path = name.substring(prefix.length());
            if (!seen.add(path)) {
                intake.problem(
                        "file-duplicate",
                        path,
                        "the file is twice in " + origin,
                        "build the jar again; tools disagree on which of the two counts");
                continue;
            }
            try (InputStream stream = jar.getInputStream(entry)) {
                intake.take(path, origin, stream);
            }
        }
        return found;
    }
}
