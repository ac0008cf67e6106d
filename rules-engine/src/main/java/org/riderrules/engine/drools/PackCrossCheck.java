package org.riderrules.engine.drools;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.explain.Language;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.pack.Equivalent;
import org.riderrules.engine.pack.Need;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.Place;
import org.riderrules.engine.pack.TableText;

/** What only shows when rules, tables, messages and manifest are seen together. */
final class PackCrossCheck {
    private final Pack pack;
    private final CompiledRules rules;
    private final Map<String, Reason> reasons;
    private final Consumer<PackProblem> problems;

    private PackCrossCheck(
            Pack pack, CompiledRules rules, Map<String, Reason> reasons, Consumer<PackProblem> problems) {
        this.pack = pack;
        this.rules = rules;
        this.reasons = reasons;
        this.problems = problems;
    }

    static void check(Pack pack, CompiledRules rules, Map<String, Reason> reasons, Consumer<PackProblem> problems) {
        PackCrossCheck check = new PackCrossCheck(pack, rules, reasons, problems);
        check.everyReasonHasItsText();
        check.everyPlaceholderIsBound();
        check.everyDeclaredTypeIsFilled();
        check.everyMissingValueIsThoughtOf();
        check.everyOutcomeReadIsFollowed();
        check.everyEquivalentIsOneOfThePackAndHasItsTexts();
    }

    private void everyEquivalentIsOneOfThePackAndHasItsTexts() {
        Place place = pack.manifest().place("equivalent");
        for (Equivalent each : pack.manifest().equivalent()) {
            for (String key : List.of(each.remedy(), each.appealRoute())) {
                if (!reasons.containsKey(key)) {
                    problems.accept(PackProblem.at(
                            "reason-without-text",
                            place.file(),
                            place.line(),
                            place.column(),
                            "the equivalent " + each.outcome() + " names " + key + ", which has no text",
                            "add `" + key + " = ...` to each file in messages/, or correct the name"));
                }
            }
            if (rules.rules().stream()
                    .noneMatch(rule -> rule.insertedType().name().equals(each.outcome()))) {
                problems.accept(PackProblem.at(
                        "equivalent-never-given",
                        place.file(),
                        place.line(),
                        place.column(),
                        "no rule of " + pack.label() + " gives " + each.outcome(),
                        "name an outcome that a rule of this pack inserts, or delete the entry"));
            }
        }
    }

    private void everyReasonHasItsText() {
        for (RuleDescription rule : rules.rules()) {
            if (!reasons.containsKey(rule.reason())) {
                problems.accept(inRule(
                        "reason-without-text",
                        rule,
                        "the reason " + rule.reason() + " has no text",
                        "add `" + rule.reason() + " = ...` to each file in messages/, or correct @reason"));
            }
        }
    }

    private void everyPlaceholderIsBound() {
        for (RuleDescription rule : rules.rules()) {
            if (!reasons.containsKey(rule.reason())) {
                continue;
            }
            Set<String> bound = rule.bindings().stream()
                    .filter(name -> name.startsWith("$"))
                    .map(name -> name.substring(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> open = new TreeSet<>(pack.messages().placeholders(rule.reason(), Language.ENGLISH.tag()));
            open.removeAll(bound);
            if (!open.isEmpty()) {
                problems.accept(inRule(
                        "placeholder-not-bound",
                        rule,
                        "the text of " + rule.reason() + " asks for " + open + ", which the rule does not bind",
                        "bind $" + open.iterator().next() + " in the rule, or use one of " + bound));
            }
        }
    }

    private void everyDeclaredTypeIsFilled() {
        Set<String> filled = pack.tables().stream().map(TableText::name).collect(Collectors.toCollection(HashSet::new));
        rules.rules().forEach(rule -> filled.add(rule.insertedType().name()));
        for (DeclaredType type : rules.declaredTypes()) {
            if (!filled.contains(type.name())) {
                problems.accept(PackProblem.at(
                        "type-never-filled",
                        type.file(),
                        type.line(),
                        0,
                        "there is no table " + type.name() + ".csv and no rule inserts " + type.name(),
                        "add tables/" + type.name() + ".csv or a rule that inserts it, or delete the declaration"));
            }
        }
    }

    /** A comparison with a missing value is silently false; so somebody has to have thought of it. */
    private void everyMissingValueIsThoughtOf() {
        Set<String> thoughtOf = pack.manifest().needs().stream()
                .filter(need -> need.field() != null)
                .map(Need::toString)
                .collect(Collectors.toCollection(HashSet::new));
        for (RuleDescription rule : rules.rules()) {
            for (PatternRead pattern : rule.patterns()) {
                pattern.fields().stream()
                        .filter(FieldUse::nullTested)
                        .forEach(use -> thoughtOf.add(pattern.type().name() + "." + use.field()));
            }
        }
        Set<String> told = new HashSet<>();
        for (RuleDescription rule : rules.rules()) {
            for (PatternRead pattern : rule.patterns()) {
                for (FieldUse use : pattern.fields()) {
                    String field = pattern.type().name() + "." + use.field();
                    if (mayBeMissing(pattern.type(), use.field()) && !thoughtOf.contains(field) && told.add(field)) {
                        problems.accept(new PackProblem(
                                "missing-not-thought-of",
                                rule.file(),
                                pattern.line(),
                                pattern.column(),
                                rule.name(),
                                field + " may be missing, and a comparison with a missing value is silently false",
                                "add \"" + field + "\" to needs in pack.json, or write a rule for `" + use.field()
                                        + " == null`"));
                    }
                }
            }
        }
    }

    private void everyOutcomeReadIsFollowed() {
        Set<String> followed =
                pack.manifest().follows().stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
        for (RuleDescription rule : rules.rules()) {
            for (PatternRead pattern : rule.patterns()) {
                Class<?> type = pattern.type().hostClass();
                if (pattern.type().kind() == TypeRef.Kind.OUTCOME && type != null) {
                    outcomeRead(rule, pattern, Outcomes.ownerTopic(type), followed);
                }
            }
        }
    }

    private void outcomeRead(RuleDescription rule, PatternRead pattern, @Nullable String owner, Set<String> followed) {
        if (owner != null && followed.contains(owner)) {
            return;
        }
        String mend = owner == null
                ? "read what led to it instead"
                : owner.equals(pack.manifest().topic().name())
                        ? "a pack does not read its own outcomes; read the conclusion that led to it"
                        : "add \"" + owner + "\" to follows in pack.json";
        problems.accept(new PackProblem(
                "outcome-not-followed",
                rule.file(),
                pattern.line(),
                pattern.column(),
                rule.name(),
                pattern.type() + " is no outcome of a topic that " + pack.label() + " follows " + List.copyOf(followed),
                mend));
    }

    private static boolean mayBeMissing(TypeRef type, String field) {
        if (type.kind() != TypeRef.Kind.FACT || type.hostClass() == null) {
            return false;
        }
        for (RecordComponent component : type.hostClass().getRecordComponents()) {
            if (component.getName().equals(field)) {
                return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            }
        }
        return false;
    }

    private static PackProblem inRule(String code, RuleDescription rule, String what, String mend) {
        return new PackProblem(code, rule.file(), rule.line(), 0, rule.name(), what, mend);
    }
}
