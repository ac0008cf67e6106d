package org.riderrules.engine.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.engine.trust.SigningKey;
import org.riderrules.engine.trust.VerifyingKey;

/** Keys in files. Holds no state. */
final class KeyFiles {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeyFiles() {}

    /**
     * Writes a file that only its owner can read, from the moment it is there; never over another one.
     *
     * @throws IOException when the file is there already, or the file system cannot keep others away
     */
    static void writePrivate(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        FileStore store = Files.getFileStore(folder == null ? file : folder);
        if (!store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            throw new IOException(file + ": this file system cannot keep a private key from other accounts; write it to"
                    + " one that has owners and permissions");
        }
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.createFile(file, OWNER_ONLY);
        Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Writes a file; never over another one. */
    static void writePublic(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static VerifyingKey publicKey(Path file) throws IOException {
        try {
            return VerifyingKey.parse(Files.readString(file));
        } catch (InvalidValueException wrong) {
            throw named(file, wrong);
        }
    }

    static SigningKey privateKey(Path file, @Nullable String passphrase) throws IOException {
        try {
            return SigningKey.parse(Files.readString(file), passphrase);
        } catch (InvalidValueException wrong) {
            throw named(file, wrong);
        }
    }

    /** Whether others than the owner can read it; false where a file system cannot say. */
    static boolean isOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null
                && view.readAttributes().permissions().stream()
                        .anyMatch(permission -> !OWNERS.contains(permission.name()));
    }

    private static final Set<String> OWNERS = Set.of("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");

    /** The first line of a file; null when there is no file. */
    static @Nullable String passphrase(@Nullable Path file) throws IOException {
        if (file == null) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            throw new IOException(file + ": the first line is empty; write the passphrase there");
        }
        return lines.get(0);
    }

    private static InvalidValueException named(Path file, InvalidValueException wrong) {
        return new InvalidValueException(file.toString(), wrong.field(), wrong.value(), wrong.allowed());
    }
}
