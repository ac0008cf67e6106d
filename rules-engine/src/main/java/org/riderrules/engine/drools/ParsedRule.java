package org.riderrules.engine.drools;

import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * A rule: where it stands, what the parser made of it, what it says.
 *
 * @param file the file it stands in
 * @param descr its descriptors
 * @param description what it is and reads, as far as that could be found out
 * @param insert what it inserts, as it is written; null when its right-hand side is not one insert
 * @param functions under which names Drools knows the accumulate functions it calls, in the order of their calls
 */
record ParsedRule(
        SourceText file,
        RuleDescr descr,
        RuleDescription description,
        @Nullable RuleInsert insert,
        List<String> functions) {

    ParsedRule {
        functions = List.copyOf(functions);
    }

    /** The offset at which the rule begins, from 0. */
    int start() {
        return descr.getStartCharacter();
    }

    /** The offset behind its last character. */
    int end() {
        return Math.min(file.text().length(), descr.getEndCharacter() + 1);
    }
}
