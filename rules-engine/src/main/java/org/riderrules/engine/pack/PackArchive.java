package org.riderrules.engine.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/**
 * Packs as one file, for {@link PackSources#jar(Path)}. The same files give the same bytes on every machine and every
 * JDK: entries are sorted, carry one fixed time, and are stored as they are, because what compressors write depends on
 * their version. Holds no state.
 */
public final class PackArchive {
    private static final String FOLDER = "packs/";
    /** No time at all cannot be written; one before February 1980 depends on the machine's time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PackArchive() {}

    /**
     * Writes every file of a source, signatures too, below {@code packs/}; replaces a file that is there.
     *
     * @return the number of files
     * @throws PackProblemsException when the source cannot be read or is empty
     * @throws IOException when the archive cannot be written; then nothing is there, or what was there before
     */
    public static int write(PackSource source, Path archive) throws IOException {
        SourceFiles files = SourceFiles.of(source);
        DurableFile.write(archive, bytes(files));
        return files.files().size();
    }

    /** The bytes of the archive. */
    static byte[] bytes(SourceFiles source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, FOLDER, new byte[0]);
            for (PackFile file : source.files()) {
                put(zip, FOLDER + file.path(), file.content());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("the archive is written into memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
