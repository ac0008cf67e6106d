package org.riderrules.examples.embeddedhost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.ReleaseLedger;
import org.riderrules.engine.trust.Trust;
import org.riderrules.engine.trust.TrustedKeys;
import org.riderrules.engine.trust.VerifyingKey;

/** A host that loads signed packs: the Java of docs/security.md. */
final class SignedHost {
    private SignedHost() {}

    static ManagedRulesEngine engine(Path folder) throws IOException {
        TrustedKeys keys = TrustedKeys.builder()
                .author(VerifyingKey.parse(Files.readString(folder.resolve("author.public.pem"))))
                .approver(VerifyingKey.parse(Files.readString(folder.resolve("approver.public.pem"))))
                .build();
        Trust trust = Trust.signedBy(keys, ReleaseLedger.file(folder.resolve("ledger")));
        ManagedRulesEngine engine = RulesEngines.create(PackSources.jar(folder.resolve("packs.zip")), trust);
        return engine;
    }
}
