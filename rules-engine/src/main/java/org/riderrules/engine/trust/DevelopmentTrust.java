package org.riderrules.engine.trust;

import java.time.Clock;
import org.riderrules.api.PackApproval.Basis;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.SourceFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks nothing, and says so each time. */
enum DevelopmentTrust implements Trust {
    INSTANCE;

    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    @Override
    public Admission admit(PackSource source, Clock clock) {
        LOG.warn(
                "packs of {} are loaded WITHOUT ANY CHECK of who wrote them (Trust.directoryForDevelopment);"
                        + " for decisions about people use Trust.signedBy or Trust.builtIn",
                source.name());
        return Admission.of(SourceFiles.of(source), Basis.DEVELOPMENT);
    }
}
