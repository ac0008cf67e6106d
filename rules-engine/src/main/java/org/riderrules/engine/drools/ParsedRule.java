package org.riderrules.engine.drools;

import org.drools.drl.ast.descr.RuleDescr;

/**
 * A rule: where it stands, what the parser made of it, what it says.
 *
 * @param file the file it stands in
 * @param descr its descriptors
 * @param description what it is and reads, as far as that could be found out
 */
record ParsedRule(SourceText file, RuleDescr descr, RuleDescription description) {

    /** The offset at which the rule begins, from 0. */
    int start() {
        return descr.getStartCharacter();
    }

    /** The offset behind its last character. */
    int end() {
        return descr.getEndCharacter() + 1;
    }
}
