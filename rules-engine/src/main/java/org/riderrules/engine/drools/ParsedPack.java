package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * A pack version as it was read, before anything is generated from it.
 *
 * @param label pack and version, for instance {@code tiering v2}
 * @param files its files that could be read, by path
 * @param declarations what it declares, in order
 * @param book the types it can name
 * @param rules its rules, by file and place
 * @param complete false when a part could not be read; then something that seems to be missing may stand there
 */
record ParsedPack(
        String label,
        List<ParsedFile> files,
        List<Declaration> declarations,
        TypeBook book,
        List<ParsedRule> rules,
        boolean complete) {

    /** Reads the sources, in the order of their paths, and tells what in them cannot be read or stands for nothing. */
    static ParsedPack read(
            String label,
            List<DrlSource> sources,
            Set<String> tableTypes,
            Vocabulary vocabulary,
            ClassLoader loader,
            BuildWatch watch,
            Problems problems) {
        List<ParsedFile> files = files(sources, watch, problems);
        boolean complete = files.size() == sources.size() && files.stream().allMatch(ParsedFile::whole);
        List<Declaration> declarations =
                files.stream().flatMap(file -> Declarations.of(file).stream()).toList();
        List<String> imports = files.stream()
                .flatMap(file -> file.descr().getImports().stream())
                .map(ImportDescr::getTarget)
                .filter(target -> !target.endsWith("*"))
                .toList();
        TypeBook book = new TypeBook(vocabulary, declarations, tableTypes, imports, complete, loader);
        return new ParsedPack(label, files, declarations, book, rules(files, book, watch, problems), complete);
    }

    private static List<ParsedFile> files(List<DrlSource> sources, BuildWatch watch, Problems problems) {
        List<ParsedFile> files = new ArrayList<>();
        sources.stream().sorted(Comparator.comparing(DrlSource::path)).forEach(source -> {
            @Nullable ParsedFile file = DrlReader.read(new SourceText(source), watch, problems);
            if (file != null) {
                files.add(file);
            }
        });
        return files;
    }

    private static List<ParsedRule> rules(List<ParsedFile> files, TypeBook book, BuildWatch watch, Problems problems) {
        List<ParsedRule> rules = new ArrayList<>();
        for (ParsedFile file : files) {
            for (RuleDescr rule : file.descr().getRules()) {
                watch.check();
                if (rule.isRule()) {
                    rules.add(RuleReader.read(file.source(), rule, book, problems));
                }
            }
        }
        return rules;
    }

    /** The same pack with some of its rules only, read anew; for finding out which rule an error comes from. */
    ParsedPack with(List<ParsedRule> some, BuildWatch watch) {
        Problems told = new Problems();
        List<ParsedFile> remaining = new ArrayList<>();
        for (ParsedFile file : files) {
            StringBuilder text = new StringBuilder(file.source().text());
            for (ParsedRule rule : rules) {
                if (rule.file().path().equals(file.source().path()) && !some.contains(rule)) {
                    blank(text, rule.start(), rule.end());
                }
            }
            @Nullable
            ParsedFile read =
                    DrlReader.read(new SourceText(new DrlSource(file.source().path(), text.toString())), watch, told);
            if (read != null) {
                remaining.add(read);
            }
        }
        return new ParsedPack(label, remaining, declarations, book, some, complete);
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < Math.min(end, text.length()); i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** The one package its files state; empty when there is no file. */
    String packageName() {
        return files.isEmpty() ? "" : files.get(0).descr().getNamespace();
    }

    /** What its rules are and read. */
    List<RuleDescription> descriptions() {
        return rules.stream().map(ParsedRule::description).toList();
    }
}
