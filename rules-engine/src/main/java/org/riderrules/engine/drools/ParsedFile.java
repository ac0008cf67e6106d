package org.riderrules.engine.drools;

import org.drools.drl.ast.descr.PackageDescr;

/**
 * A DRL file and what Drools' parser made of it.
 *
 * @param source the text
 * @param descr the descriptors
 * @param whole false when a part was left out because it does not parse; the problem has been told
 */
record ParsedFile(SourceText source, PackageDescr descr, boolean whole) {}
