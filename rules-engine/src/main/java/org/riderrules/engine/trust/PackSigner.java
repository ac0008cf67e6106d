package org.riderrules.engine.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.pack.DurableFile;
import org.riderrules.engine.pack.PackDigest;
import org.riderrules.engine.pack.PackSources;

/** Signs one version of a pack in its folder, {@code <topic>/v<N>}. Holds no state. */
public final class PackSigner {
    private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9-]{0,39}/v[1-9][0-9]{0,8}");
    /** Names that every file system keeps as they are. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private PackSigner() {}

    /**
     * What signing did.
     *
     * @param folder the version, for instance {@code tiering/v2}
     * @param release the release that is signed
     * @param manifest the digest of the manifest
     * @param files how many files the manifest lists
     * @param signature where the signature was written
     * @param dropped signatures of an earlier content that were deleted, because they hold for it alone
     */
    public record Signed(String folder, int release, String manifest, int files, Path signature, List<Path> dropped) {
        /** Copies the list. */
        public Signed {
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * Signs as author. Files that have changed since the last signature become the next release, whose earlier
     * signatures are deleted; without a change this adds one more author.
     *
     * @param release the number of the release; null = that of the last manifest, or one more when a file has changed,
     *     or 1
     * @param clock the time that is written into the signature
     * @throws PackProblemsException when the folder is no version, holds a name that is not plain, or the release is not
     *     later than the last one of another content
     */
    public static Signed asAuthor(Path folder, SigningKey key, @Nullable Integer release, Clock clock)
            throws IOException {
        Folder version = Folder.read(folder);
        SortedMap<String, String> digests = version.plainDigests();
        PackFile before = version.signed().manifestFile();
        SignedManifest last = before == null ? null : version.lastManifest(before);
        boolean same = last != null && last.files().equals(digests);
        int least = last == null ? 1 : same ? last.release() : last.release() + 1;
        int number = release == null ? least : release;
        if (number < least) {
            throw version.refused(
                    "trust-release-not-later",
                    SignedManifest.PATH,
                    "release " + number + " would not be later than the last one, "
                            + (last == null ? 0 : last.release()),
                    "leave --release away, or give " + least + " or more");
        }
        SignedManifest manifest = SignedManifest.of(version.name(), number, digests);
        List<Path> dropped = new ArrayList<>();
        if (!manifest.equals(last)) {
            // First away with what holds for the old content: a crash leaves an unsigned version, never a mixed one.
            for (PackFile file : version.signed().signatureFiles()) {
                Path path = version.path(file);
                Files.delete(path);
                dropped.add(path);
            }
            Files.createDirectories(folder.resolve(SignatureFile.FOLDER));
            DurableFile.write(folder.resolve(SignedManifest.PATH), manifest.bytes());
        }
        return version.write(manifest, SignatureFile.sign(key, Role.AUTHOR, digest(manifest), now(clock)), dropped);
    }

    /**
     * Signs as approver what an author has signed.
     *
     * @param clock the time that is written into the signature
     * @throws PackProblemsException when no author has signed, the files are not those that were signed, or the author
     *     signed with the same key
     */
    public static Signed asApprover(Path folder, SigningKey key, Clock clock) throws IOException {
        Folder version = Folder.read(folder);
        PackFile document = version.signed().manifestFile();
        if (document == null) {
            throw version.refused(
                    "trust-not-signed",
                    SignedManifest.PATH,
                    "no author has signed this version, so that there is nothing to approve",
                    "have its author sign first: rules sign FOLDER --key FILE --role author");
        }
        SignedManifest manifest = version.lastManifest(document);
        List<PackProblem> differences = version.signed().differences(manifest);
        if (!differences.isEmpty()) {
            throw new PackProblemsException(version.name(), differences);
        }
        version.requireOtherAuthor(key, digest(manifest));
        return version.write(manifest, SignatureFile.sign(key, Role.APPROVER, digest(manifest), now(clock)), List.of());
    }

    private static String digest(SignedManifest manifest) {
        return PackDigest.ofBytes(manifest.bytes());
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A version's folder as it was read. */
    private record Folder(Path place, String name, SignedVersion signed) {

        static Folder read(Path place) throws IOException {
            Path whole = place.toAbsolutePath().normalize();
            String name = whole.getNameCount() < 2
                    ? whole.toString()
                    : whole.getName(whole.getNameCount() - 2) + "/" + whole.getFileName();
            List<PackFile> files = new ArrayList<>();
            for (PackFile file : PackSources.directory(place).files()) {
                files.add(new PackFile(name + "/" + file.path(), file.content()));
            }
            Folder folder = new Folder(place, name, new SignedVersion(name, files));
            if (!FOLDER.matcher(name).matches()) {
                throw folder.refused(
                        "trust-folder",
                        "",
                        "the folder " + place + " is no version of a pack",
                        "name the folder of one version, such as packs/tiering/v2");
            }
            return folder;
        }

        SortedMap<String, String> plainDigests() {
            SortedMap<String, String> digests = signed.digests();
            Map<String, String> lower = new HashMap<>();
            for (String path : digests.keySet()) {
                String other = lower.put(path.toLowerCase(Locale.ROOT), path);
                if (!PLAIN.matcher(path).matches() || other != null) {
                    throw refused(
                            "trust-file-name",
                            path,
                            other == null
                                    ? "the name is not a plain one"
                                    : "the name differs from " + other + " by upper and lower case only",
                            "rename the file: letters without accents, digits, . _ and -, so that every file system"
                                    + " keeps the name");
                }
            }
            return digests;
        }

        SignedManifest lastManifest(PackFile document) {
            try {
                return signed.manifest(document);
            } catch (RefusedException refused) {
                throw new PackProblemsException(name, List.of(refused.problem()));
            }
        }

        void requireOtherAuthor(SigningKey key, String manifest) {
            boolean hasAuthor = false;
            for (PackFile file : signed.signatureFiles()) {
                try {
                    SignatureFile.Statement statement = SignatureFile.read(file).statement();
                    boolean author = statement.role() == Role.AUTHOR
                            && statement.manifest().equals(manifest);
                    hasAuthor |= author;
                    if (author && statement.key().equals(key.verifyingKey().id())) {
                        throw refused(
                                "trust-same-key",
                                SignatureFile.FOLDER,
                                "author and approver would be the same key, " + statement.key(),
                                "have somebody else approve it");
                    }
                } catch (RefusedException refused) {
                    throw new PackProblemsException(name, List.of(refused.problem()));
                }
            }
            if (!hasAuthor) {
                throw refused(
                        "trust-author-missing",
                        SignatureFile.FOLDER,
                        "no author has signed this manifest",
                        "have its author sign first: rules sign FOLDER --key FILE --role author");
            }
        }

        Signed write(SignedManifest manifest, SignatureFile signature, List<Path> dropped) throws IOException {
            Path file = place.resolve(signature.path());
            DurableFile.write(file, signature.bytes());
            return new Signed(
                    name, manifest.release(), digest(manifest), manifest.files().size(), file, dropped);
        }

        Path path(PackFile file) {
            return place.resolve(file.path().substring(name.length() + 1));
        }

        PackProblemsException refused(String code, String path, String what, String mend) {
            return new PackProblemsException(
                    name, List.of(PackProblem.inFile(code, path.isEmpty() ? name : name + "/" + path, what, mend)));
        }
    }
}
