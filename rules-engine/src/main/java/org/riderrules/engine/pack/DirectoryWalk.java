package org.riderrules.engine.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.StringJoiner;

/** Takes in every file below a directory, without following a link. */
final class DirectoryWalk extends SimpleFileVisitor<Path> {
    private final Intake intake;
    private final Path root;
    private final String origin;

    private DirectoryWalk(Intake intake, Path root, String origin) {
        this.intake = intake;
        this.root = root;
        this.origin = origin;
    }

    static void into(Intake intake, Path directory, String origin) throws IOException {
        // The root may be a link that operations switch from one release to the next; links below it may not.
        Path root = directory.toRealPath();
        Files.walkFileTree(root, new DirectoryWalk(intake, root, origin));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(root) && Intake.isNoise(path(folder))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = path(file);
        if (Intake.isNoise(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            intake.problem(
                    "file-link",
                    path,
                    "it is a symbolic link, and links are not followed",
                    "put the file itself here; a link can change what a released version says");
        } else if (!attributes.isRegularFile()) {
            intake.problem("source-unreadable", path, "it is neither a file nor a folder", "remove it");
        } else {
            // Opened without following, because the file may have become a link since it was listed.
            try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                intake.take(path, origin, stream);
            } catch (IOException failure) {
                return visitFileFailed(file, failure);
            }
        }
        return intake.full() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        String path = file.equals(root) ? origin : path(file);
        if (!Intake.isNoise(path)) {
            intake.problem(
                    "source-unreadable",
                    path,
                    "it cannot be read: " + failure,
                    "let the account that runs the host read it");
        }
        return FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
        StringJoiner path = new StringJoiner("/");
        root.relativize(file).forEach(name -> path.add(name.toString()));
        return path.toString();
    }
}
