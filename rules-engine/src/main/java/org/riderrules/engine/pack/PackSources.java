package org.riderrules.engine.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.Require;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/**
 * Where packs are read from. Every source hands out its files sorted by path, with {@code /} as separator, and reads
 * afresh at each call. Files and folders whose names start with a dot ({@code .DS_Store}, {@code .git}) are left out;
 * nothing else is. Symbolic links below the root are refused.
 *
 * <p>{@link PackSource#files()} of each throws {@link PackProblemsException} with one of the codes {@code
 * source-missing}, {@code source-unreadable}, {@code source-empty}, {@code source-too-large}, {@code
 * source-too-many-files}, {@code file-too-large}, {@code file-conflict}, {@code file-duplicate}, {@code file-link},
 * {@code file-path}. The limits are those of {@link SourceLimits#STANDARD} (4 MiB for a file, 64 MiB together, 10000
 * files) unless others are given.
 *
 * <p>Thread-safe; the sources too.
 */
public final class PackSources {
    private PackSources() {}

    /** Packs in a directory that holds {@code <topic>/v<N>/pack.json}. The directory itself may be a link. */
    public static PackSource directory(Path directory) {
        return directory(directory, SourceLimits.STANDARD);
    }

    /** As {@link #directory(Path)}, within other limits. */
    public static PackSource directory(Path directory, SourceLimits limits) {
        return new DirectorySource(Require.present("PackSources", "directory", directory), limits);
    }

    /** Packs in the folder {@code packs/} of a jar, as the catalogue's jar has them. */
    public static PackSource jar(Path jar) {
        return jar(jar, "packs", SourceLimits.STANDARD);
    }

    /**
     * Packs in a folder of a jar or zip file.
     *
     * @param root the folder above the topics, with {@code /}; the empty text = the whole file but {@code META-INF/}
     */
    public static PackSource jar(Path jar, String root, SourceLimits limits) {
        return new JarSource(Require.present("PackSources", "jar", jar), JarEntries.folder(root), limits);
    }

    /** Packs in a folder of the classpath: the union of every directory and jar that has it. */
    public static PackSource classpath(ClassLoader loader, String root) {
        return classpath(loader, root, SourceLimits.STANDARD);
    }

    /**
     * As {@link #classpath(ClassLoader, String)}, within other limits.
     *
     * @param root the folder above the topics, with {@code /}, for instance {@code packs}; not empty. A jar must have
     *     an entry for the folder itself, as Maven, Gradle and {@code jar} write it
     */
    public static PackSource classpath(ClassLoader loader, String root, SourceLimits limits) {
        Require.text("PackSources", "root", root);
        return new ClasspathSource(Require.present("PackSources", "loader", loader), JarEntries.folder(root), limits);
    }

    /**
     * Packs in a folder of the classpath, all of them listed with their digests beside a class: the catalogue's jar, or
     * a jar of packs of a host's own. The only source for {@code Trust.builtIn()}.
     *
     * @param anchor the class beside which the build wrote the list, {@value BuiltInSource#LIST}; a class on top level
     * @param root as for {@link #classpath(ClassLoader, String)}
     */
    public static PackSource builtIn(Class<?> anchor, String root) {
        Require.text("PackSources", "root", root);
        return new BuiltInSource(Require.present("PackSources", "anchor", anchor), root);
    }

    /**
     * Packs in memory, for tests and for hosts that keep packs elsewhere.
     *
     * @param name how the source names itself in messages
     * @param files content by path; copied
     */
    public static PackSource of(String name, Map<String, String> files) {
        Require.text("PackSources", "name", name);
        List<PackFile> copied = Map.copyOf(files).entrySet().stream()
                .map(file -> new PackFile(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        return new MemorySource(name, copied, SourceLimits.STANDARD);
    }
}
