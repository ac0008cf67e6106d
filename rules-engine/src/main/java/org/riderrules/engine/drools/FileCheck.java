package org.riderrules.engine.drools;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** What every file states at its top: the one package of the pack, and its stage. */
final class FileCheck {
    private static final Pattern PACKAGE_LINE = Pattern.compile("(?m)^\\s*(package)\\b");
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private static final Set<String> OF_OTHERS = Set.of("java", "javax", "jdk", "sun", "com", "org", "net");

    private FileCheck() {}

    /** Checks the package lines of all files; a pack is one Drools package, because Drools miscounts several. */
    static void packages(List<ParsedFile> files, Problems problems) {
        for (ParsedFile file : files) {
            String stated = file.descr().getNamespace();
            String first = files.get(0).descr().getNamespace();
            Matcher line = PACKAGE_LINE.matcher(file.source().text());
            boolean found = line.find();
            int offset = found ? line.start(1) : 0;
            if (!found || !PLAIN.matcher(stated).matches() || OF_OTHERS.contains(stated)) {
                problems.add(
                        "package-differs",
                        file.source(),
                        offset,
                        null,
                        found ? "the package " + stated + " is no plain name of its own" : "the file states no package",
                        "begin the file with package and the topic: lower-case letters, digits or underscores, no dots, the same in "
                                + "all files");
            } else if (!stated.equals(first)) {
                problems.add(
                        "package-differs",
                        file.source(),
                        offset,
                        null,
                        "this file states package " + stated + ", but "
                                + files.get(0).source().path() + " states package " + first,
                        "state the same package in all files of a version");
            }
        }
    }

    /** Checks that a file with rules states its stage. */
    static void stage(ParsedFile file, Problems problems) {
        AttributeDescr group = file.descr().getAttribute("agenda-group");
        if (group == null) {
            RuleDescr rule = file.descr().getRules().stream()
                    .filter(RuleDescr::isRule)
                    .findFirst()
                    .orElse(null);
            if (rule != null) {
                problems.add(
                        "file-without-agenda-group",
                        file.source(),
                        rule.getStartCharacter(),
                        rule.getName(),
                        "this file has rules but does not state their stage",
                        "write agenda-group and one of " + Stage.spelled() + " above the first rule");
            }
        } else if (Stage.of(group.getValue()) == null) {
            problems.add(
                    "agenda-group-unknown",
                    file.source(),
                    group.getStartCharacter(),
                    null,
                    "there is no stage \"" + group.getValue() + "\"",
                    "write one of " + Stage.spelled());
        }
    }
}
