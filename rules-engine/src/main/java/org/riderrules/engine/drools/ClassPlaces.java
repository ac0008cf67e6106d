package org.riderrules.engine.drools;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.modelcompiler.util.StringUtil;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.engine.gate.LambdaUse;
import org.riderrules.engine.gate.Refusal;

/** The way back from a generated class to the author's text: rule, condition or right-hand side, and the word. */
final class ClassPlaces {
    private static final String CODE = "code-not-allowed";

    private final ParsedPack pack;
    private final SortedMap<String, byte[]> classes;
    private final Map<String, ParsedRule> rulesById = new TreeMap<>();
    private final Map<String, String> ruleClasses;

    ClassPlaces(ParsedPack pack, SortedMap<String, byte[]> classes) {
        this.pack = pack;
        this.classes = classes;
        this.ruleClasses = LambdaUse.rules(classes);
        for (ParsedRule rule : pack.rules()) {
            rulesById.putIfAbsent(StringUtil.toId(rule.descr().getName()), rule);
        }
    }

    /** A refusal at the place where the author wrote what is refused, as near as it can be found. */
    PackProblem tell(Refusal refusal) {
        ParsedRule rule = rule(refusal.className());
        if (rule != null) {
            int offset = offset(rule, refusal);
            SourceText file = rule.file();
            return problem(refusal, file, offset, rule.descr().getName());
        }
        for (Declaration declaration : pack.declarations()) {
            if (refusal.className().equals(pack.packageName() + "." + declaration.name())) {
                SourceText file = declaration.file();
                int end = file.text().indexOf("\nend", declaration.offset());
                int found =
                        find(file, declaration.offset(), end < 0 ? file.text().length() : end, refusal.words());
                return problem(refusal, file, Math.max(found, declaration.offset()), null);
            }
        }
        for (ParsedFile file : pack.files()) {
            int found = find(file.source(), 0, file.source().text().length(), refusal.words());
            if (found >= 0) {
                return problem(refusal, file.source(), found, null);
            }
        }
        return pack.files().isEmpty()
                ? PackProblem.inFile(CODE, pack.label(), refusal.what(), refusal.mend())
                : problem(refusal, pack.files().get(0).source(), 0, null);
    }

    private static PackProblem problem(Refusal refusal, SourceText file, int offset, @Nullable String rule) {
        return new PackProblem(
                CODE, file.path(), file.line(offset), file.column(offset), rule, refusal.what(), refusal.mend());
    }

    private @Nullable ParsedRule rule(String className) {
        String ruleClass = ruleClasses.getOrDefault(className, className);
        int name = ruleClass.indexOf("_rule_");
        return name < 0 ? null : rulesById.get(ruleClass.substring(name + "_rule_".length()));
    }

    private int offset(ParsedRule rule, Refusal refusal) {
        RuleText text = new RuleText(rule.file(), rule.descr());
        int then = text.consequenceStart();
        boolean consequence = refusal.className().contains(".LambdaConsequence");
        if (consequence) {
            int found = find(rule.file(), then, rule.end(), refusal.words());
            return found >= 0 ? found : then;
        }
        byte[] bytes = classes.get(refusal.className());
        String condition = bytes == null ? null : LambdaUse.condition(bytes);
        int from = condition == null ? -1 : rule.file().text().indexOf(condition, rule.start());
        int found = from < 0 || from >= rule.end() ? -1 : find(rule.file(), from, rule.end(), refusal.words());
        if (found < 0) {
            found = find(rule.file(), text.conditionsStart(), rule.end(), refusal.words());
        }
        return found >= 0 ? found : from >= 0 && from < rule.end() ? from : rule.start();
    }

    /** Where the first of the words stands; -1 when none does. */
    private static int find(SourceText file, int from, int to, List<String> words) {
        for (String word : words) {
            for (Token token : Tokens.of(file.text(), from, to)) {
                if (token.text().equals(word)) {
                    return token.offset();
                }
            }
        }
        return -1;
    }
}
