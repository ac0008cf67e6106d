package org.riderrules.engine.drools;

import org.riderrules.api.error.PackProblem;

/** All checks of a pack's text, in order. */
final class PackChecks {
    private PackChecks() {}

    /** Tells what is wrong; false when no code may be generated from any part of the pack. */
    static boolean check(ParsedPack pack, Vocabulary vocabulary, Problems problems) {
        if (pack.files().isEmpty() && pack.complete()) {
            problems.add(PackProblem.inFile(
                    "pack-without-rules", pack.label(), "the pack has no DRL file", "write rules/decide.drl"));
            return false;
        }
        Problems outsideRules = new Problems();
        FileCheck.packages(pack.files(), outsideRules);
        for (ParsedFile file : pack.files()) {
            TextCheck.check(file.source(), outsideRules);
            LanguageCheck.check(file, vocabulary, pack.book(), outsideRules);
            FileCheck.stage(file, problems);
        }
        HeadCheck.check(pack.rules(), problems);
        for (ParsedRule rule : pack.rules()) {
            NameCheck.rule(rule, problems);
            ConditionCheck.check(rule, problems);
            InsertCheck.check(rule, vocabulary, pack.book(), problems);
            TokenCheck.check(rule, problems);
        }
        if (pack.complete()) {
            StageCheck.check(pack, problems);
        }
        outsideRules.sorted().forEach(problems::add);
        boolean clean = outsideRules.sorted().stream().allMatch(problem -> problem.rule() != null);
        return pack.complete() && clean && !pack.files().isEmpty();
    }
}
