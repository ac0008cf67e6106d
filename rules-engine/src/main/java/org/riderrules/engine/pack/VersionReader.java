package org.riderrules.engine.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackFile;

/** Reads the files of one version. For one thread. */
final class VersionReader {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*";
    private static final Pattern RULES = Pattern.compile("rules/" + NAME + "\\.drl");
    private static final Pattern TABLE = Pattern.compile("tables/([A-Z][A-Za-z0-9]*)\\.csv");
    private static final Pattern MESSAGES = Pattern.compile("messages/[^/]+");
    private static final Pattern SIGNATURES =
            Pattern.compile("signatures/(?:manifest|(?:author|approver)-[0-9a-f]{16})\\.json");
    private static final Pattern CASES = Pattern.compile("cases/" + NAME + "\\.yaml");
    private static final String LAYOUT = "a version holds pack.json, tables/<Type>.csv, rules/<name>.drl,"
            + " messages/<language>.properties, cases/<name>.yaml, README.md and the signatures that `rules sign` writes; move it, rename it or delete it";

    private final String folder;
    private final List<PackProblem> found = new ArrayList<>();
    private final List<PackFile> rules = new ArrayList<>();
    private final List<TableText> tables = new ArrayList<>();
    private final List<PackFile> messages = new ArrayList<>();
    private final List<PackFile> cases = new ArrayList<>();
    private @Nullable Manifest manifest;
    private boolean hasManifestFile;

    private VersionReader(String folder) {
        this.folder = folder;
    }

    /** Reads a version; null when a problem was reported. */
    static @Nullable Pack read(String folder, List<PackFile> files, Consumer<PackProblem> problems) {
        VersionReader reader = new VersionReader(folder);
        Pack pack = reader.read(files);
        reader.found.forEach(problems);
        return reader.found.isEmpty() ? pack : null;
    }

    private @Nullable Pack read(List<PackFile> files) {
        files.forEach(this::sort);
        Messages words = Messages.read(folder + "/messages", messages, found::add);
        if (!hasManifestFile) {
            found.add(PackProblem.inFile(
                    "manifest-missing", folder + "/pack.json", "the version has no pack.json", "write one"));
        }
        if (rules.isEmpty()) {
            found.add(PackProblem.inFile(
                    "rules-missing",
                    folder + "/rules",
                    "the version has no rule",
                    "write its rules into rules/<name>.drl"));
        }
        if (manifest == null) {
            return null;
        }
        optionalTables(manifest);
        return new Pack(manifest, PackDigest.of(folder, files), rules, tables, words, cases);
    }

    private void sort(PackFile file) {
        String path = file.path().substring(folder.length() + 1);
        var table = TABLE.matcher(path);
        if (path.equals("pack.json")) {
            hasManifestFile = true;
            manifest = ManifestReader.read(file, found::add);
        } else if (RULES.matcher(path).matches()) {
            text(file, rules);
        } else if (table.matches()) {
            TableText read = CsvReader.read(table.group(1), file, found::add);
            if (read != null) {
                tables.add(read);
            }
        } else if (MESSAGES.matcher(path).matches()) {
            messages.add(file);
        } else if (CASES.matcher(path).matches()) {
            text(file, cases);
        } else if (!path.equals("README.md") && !SIGNATURES.matcher(path).matches()) {
            found.add(PackProblem.inFile(
                    "file-unexpected", file.path(), "the file has no place in a version of a pack", LAYOUT));
        }
    }

    private void text(PackFile file, List<PackFile> kind) {
        if (PackText.of(file, found::add) != null) {
            kind.add(file);
        }
    }

    private void optionalTables(Manifest read) {
        List<String> names = tables.stream().map(TableText::name).toList();
        for (String name : read.optionalTables()) {
            if (!names.contains(name)) {
                found.add(read.place("optionalTables")
                        .problem(
                                "manifest-unknown-table",
                                "there is no table \"" + name + "\"",
                                Nearest.mend(name, names, "tables")));
            }
        }
    }
}
