package org.riderrules.engine.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.PackApproval;
import org.riderrules.api.PackApproval.Basis;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.pack.PackDigest;

/** The files of one version, sorted into what is signed and by whom. For one thread. */
final class SignedVersion {
    private static final String SIGN = "have the version signed: rules sign FOLDER --key FILE --role ";
    private static final Comparator<SignatureFile> AUTHORS_FIRST = Comparator.comparing(
                    (SignatureFile file) -> file.statement().role())
            .thenComparing(file -> file.statement().key());

    private final String folder;
    private final List<PackFile> content = new ArrayList<>();
    private final List<PackFile> signatureFiles = new ArrayList<>();
    private @Nullable PackFile manifestFile;

    /** @param folder the version's folder, for instance {@code tiering/v2} */
    SignedVersion(String folder, List<PackFile> files) {
        this.folder = folder;
        for (PackFile file : files) {
            if (file.path().equals(path(SignedManifest.PATH))) {
                manifestFile = file;
            } else if (file.path().startsWith(path(SignatureFile.FOLDER))) {
                signatureFiles.add(file);
            } else {
                content.add(file);
            }
        }
    }

    /**
     * What was verified.
     *
     * @param release for the ledger
     * @param approval for people
     */
    record Verified(Release release, PackApproval approval) {}

    /** Checks everything; null after a problem was reported. */
    @Nullable
    Verified verify(TrustedKeys keys, Instant now, List<PackProblem> problems) {
        PackFile document = manifestFile;
        if (document == null) {
            problems.add(unsigned());
            return null;
        }
        int before = problems.size();
        // Signatures first: what nobody vouches for is not parsed.
        List<SignatureFile> signatures = signatures(document, keys, now, problems);
        if (problems.size() == before) {
            enough(signatures, keys.approvals(), problems);
        }
        if (problems.size() > before) {
            return null;
        }
        try {
            SignedManifest manifest = manifest(document);
            problems.addAll(differences(manifest));
            return problems.size() > before ? null : verified(document, manifest, signatures);
        } catch (RefusedException refused) {
            problems.add(refused.problem());
            return null;
        }
    }

    /** The manifest, which must be that of this very version. */
    SignedManifest manifest(PackFile document) throws RefusedException {
        SignedManifest manifest = SignedManifest.read(document);
        if (!manifest.folder().equals(folder)) {
            throw new RefusedException(
                    "trust-other-pack",
                    document.path(),
                    "the manifest is that of " + manifest.folder() + ", moved to " + folder,
                    "put it back; " + SIGN + "author");
        }
        return manifest;
    }

    /** How the files differ from the manifest. */
    List<PackProblem> differences(SignedManifest manifest) {
        return new FileComparison(
                        "the signed manifest",
                        folder + "/",
                        "restore the version as it was signed, or have the change signed by its author and approver:"
                                + " rules sign")
                .problems(manifest.files(), digests());
    }

    /** The digest of every file that is to be signed, by its path within the version. */
    SortedMap<String, String> digests() {
        return Digests.of(folder + "/", content);
    }

    @Nullable
    PackFile manifestFile() {
        return manifestFile;
    }

    List<PackFile> signatureFiles() {
        return signatureFiles;
    }

    private PackProblem unsigned() {
        if (signatureFiles.isEmpty()) {
            return PackProblem.inFile(
                    "trust-not-signed",
                    folder,
                    "the version has no signature: it was never signed, or its signatures were removed",
                    SIGN + "author; then the approver with --role approver");
        }
        return PackProblem.inFile(
                "trust-manifest-missing",
                path(SignedManifest.PATH),
                "there are signatures, but not the manifest that they sign",
                "restore it, or " + SIGN + "author");
    }

    private List<SignatureFile> signatures(
            PackFile document, TrustedKeys keys, Instant now, List<PackProblem> problems) {
        String digest = PackDigest.ofBytes(document.content());
        List<SignatureFile> signatures = new ArrayList<>();
        for (PackFile file : signatureFiles) {
            try {
                SignatureFile signature = SignatureFile.read(file);
                check(file, signature, digest, keys, now);
                signatures.add(signature);
            } catch (RefusedException refused) {
                problems.add(refused.problem());
            }
        }
        signatures.sort(AUTHORS_FIRST);
        return signatures;
    }

    private void check(PackFile file, SignatureFile signature, String manifest, TrustedKeys keys, Instant now)
            throws RefusedException {
        SignatureFile.Statement statement = signature.statement();
        String key = statement.key();
        TrustedKeys.Entry entry = keys.entry(key);
        if (keys.isRevoked(key)) {
            throw new RefusedException(
                    "trust-key-revoked",
                    file.path(),
                    "the key " + key + " was revoked; whatever it signed is no longer accepted",
                    "delete this file and have the version signed by another key");
        }
        if (entry == null) {
            throw new RefusedException(
                    "trust-key-unknown",
                    file.path(),
                    "the key " + key + " is not one that this host accepts",
                    "have it signed by a key that the host names, or name this one in TrustedKeys after comparing its"
                            + " fingerprint with its owner");
        }
        Instant until = entry.until();
        if (until != null && !now.isBefore(until)) {
            throw new RefusedException(
                    "trust-key-expired",
                    file.path(),
                    "the key " + key + " is accepted until " + until + ", and it is " + now,
                    "have the version signed by a key that is in use, and delete this file");
        }
        if (!entry.roles().contains(statement.role())) {
            throw new RefusedException(
                    "trust-role",
                    file.path(),
                    "the key " + key + " signed as " + statement.role().word() + ", and may sign only as "
                            + entry.roles().iterator().next().word(),
                    "have it signed by a key that may, or accept this one in that role in TrustedKeys");
        }
        if (!statement.manifest().equals(manifest)) {
            throw new RefusedException(
                    "trust-other-manifest",
                    file.path(),
                    "the signature is for a manifest with " + statement.manifest() + ", and this one has " + manifest
                            + ": the manifest was changed after it was signed, or the signature was made for another"
                            + " version or pack",
                    "restore the manifest and its signatures together, or " + SIGN
                            + statement.role().word());
        }
        if (!signature.isBy(entry.key())) {
            throw new RefusedException(
                    "trust-signature-wrong",
                    file.path(),
                    "the signature is not by " + key + ": it, the role or the time in this file was changed, or"
                            + " somebody else made it",
                    "restore the file, or have that key sign again: rules sign");
        }
        if (!file.path().equals(path(signature.path()))) {
            throw new RefusedException(
                    "trust-signature-misplaced",
                    file.path(),
                    "this signature belongs into " + path(signature.path()),
                    "give the file its name back");
        }
    }

    /** One author, and as many approvers as asked for; a key counts once. */
    private void enough(List<SignatureFile> signatures, int approvals, List<PackProblem> problems) {
        Set<String> authors = keys(signatures, Role.AUTHOR);
        Set<String> approvers = keys(signatures, Role.APPROVER);
        Set<String> both = new TreeSet<>(authors);
        both.retainAll(approvers);
        if (signatures.isEmpty()) {
            problems.add(PackProblem.inFile(
                    "trust-signature-missing",
                    path(SignatureFile.FOLDER),
                    "there is a manifest, but no signature under it",
                    SIGN + "author; then the approver with --role approver"));
        } else if (!both.isEmpty() && approvals > 0) {
            problems.add(PackProblem.inFile(
                    "trust-same-key",
                    path(SignatureFile.FOLDER),
                    "author and approver are the same key, " + both.iterator().next(),
                    "have somebody else approve it: rules sign FOLDER --key FILE --role approver"));
        } else if (authors.isEmpty()) {
            problems.add(PackProblem.inFile(
                    "trust-author-missing",
                    path(SignatureFile.FOLDER),
                    "no author has signed; signed so far: " + approvers.size() + " as approver",
                    SIGN + "author"));
        } else if (approvers.size() < approvals) {
            problems.add(PackProblem.inFile(
                    "trust-approval-missing",
                    path(SignatureFile.FOLDER),
                    approvers.size() + " of " + approvals + " approvals are there",
                    "have an approver read it and sign: rules sign FOLDER --key FILE --role approver"));
        }
    }

    private static Set<String> keys(List<SignatureFile> signatures, Role role) {
        Set<String> keys = new TreeSet<>();
        for (SignatureFile signature : signatures) {
            if (signature.statement().role() == role) {
                keys.add(signature.statement().key());
            }
        }
        return keys;
    }

    private static Verified verified(PackFile document, SignedManifest manifest, List<SignatureFile> signatures) {
        return new Verified(
                new Release(manifest.release(), PackDigest.ofBytes(document.content())),
                new PackApproval(
                        Basis.SIGNED,
                        manifest.release(),
                        signatures.stream()
                                .map(SignatureFile::statement)
                                .map(signed -> new PackApproval.Signature(
                                        signed.role().word(), signed.key(), signed.signedAt()))
                                .toList()));
    }

    private String path(String name) {
        return folder + "/" + name;
    }
}
