package org.riderrules.engine.drools;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.language.Accumulation;
import org.riderrules.engine.language.Language;
import org.riderrules.engine.language.ListedType;

/**
 * What may stand in a file and in the head of a rule. Everything Drools knows beyond the language of packs is refused
 * here by name; what may stand among the conditions is checked by {@link ConditionCheck}.
 */
final class LanguageCheck {
    private static final Set<String> RULE_ANNOTATIONS = Set.of("id", "reason", "source");
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "salience", "order comes from the stages; break a tie with a condition such as not T( rank > $rank )",
            "no-loop", "rules only insert, so none can make itself fire again; leave it out",
            "lock-on-active", "rules only insert, so none can make itself fire again; leave it out",
            "activation-group", "write conditions that exclude each other",
            "date-effective", "date the rows of a table, or the version in pack.json",
            "date-expires", "date the rows of a table, or end the rule in the next version",
            "dialect", "leave it out; the right-hand side is one insert",
            "enabled", "to switch a rule off, end it in the next version",
            "agenda-group", "the stage is the file's: move the rule to the file of its stage");

    private final ParsedFile file;
    private final Set<String> packages;
    private final TypeBook book;
    private final Problems problems;

    private LanguageCheck(ParsedFile file, Vocabulary vocabulary, TypeBook book, Problems problems) {
        this.file = file;
        this.packages = new TreeSet<>();
        vocabulary.patternTypes().forEach(type -> packages.add(type.getPackageName()));
        this.book = book;
        this.problems = problems;
    }

    /** Checks one file without the conditions of its rules. */
    static void check(ParsedFile file, Vocabulary vocabulary, TypeBook book, Problems problems) {
        LanguageCheck check = new LanguageCheck(file, vocabulary, book, problems);
        check.imports();
        check.topLevel();
        file.descr().getTypeDeclarations().forEach(check::declaration);
        file.descr().getRules().forEach(check::rule);
    }

    private void refuse(BaseDescr at, @Nullable String rule, String what, String mend) {
        problems.add("construct-not-allowed", file.source(), at.getStartCharacter(), rule, what, mend);
    }

    private void imports() {
        PackageDescr descr = file.descr();
        for (ImportDescr imported : descr.getFunctionImports()) {
            refuse(imported, null, "a static import is not part of the language", "import types only");
        }
        for (ImportDescr imported : descr.getAccumulateImports()) {
            refuse(imported, null, "an accumulate function cannot be imported", functions());
        }
        for (ImportDescr imported : descr.getImports()) {
            String target = imported.getTarget();
            if (!allowed(target)) {
                refuse(
                        imported,
                        null,
                        "the import of " + target + " is not allowed",
                        "import " + String.join(".*, ", packages) + ".*, or one of "
                                + Language.standard().imports().stream()
                                        .filter(name -> name.startsWith("java."))
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private boolean allowed(String target) {
        return target.endsWith(".*")
                ? packages.contains(target.substring(0, target.length() - 2))
                : Language.standard().imports().contains(target);
    }

    static String functions() {
        return "use one of the functions " + Accumulation.names();
    }

    private void topLevel() {
        PackageDescr descr = file.descr();
        if (descr.getUnit() != null) {
            refuse(descr.getUnit(), null, "a unit is not part of the language", "leave it out");
        }
        descr.getFunctions()
                .forEach(found -> refuse(
                        found,
                        null,
                        "a function (" + found.getName() + ") is not part of the language",
                        "express it with conditions, or conclude it in a rule of an earlier stage"));
        descr.getGlobals()
                .forEach(found -> refuse(
                        found,
                        null,
                        "a global (" + found.getIdentifier() + ") is not part of the language",
                        "put numbers into a table; results are inserted"));
        descr.getEnumDeclarations()
                .forEach(found -> refuse(
                        found,
                        null,
                        "an enum cannot be declared (" + found.getTypeName() + ")",
                        "use a String field, or an enum of the vocabulary"));
        descr.getEntryPointDeclarations()
                .forEach(found -> refuse(
                        found,
                        null,
                        "an entry point is not part of the language",
                        "all facts of a request stand side by side"));
        descr.getWindowDeclarations()
                .forEach(found -> refuse(
                        found, null, "a window is not part of the language", "compare dates, for instance with AsOf"));
        for (AttributeDescr attribute : descr.getAttributes()) {
            if (!attribute.getName().equals("agenda-group")) {
                attribute(attribute, null);
            }
        }
    }

    private void declaration(TypeDeclarationDescr type) {
        String wrong = NameCheck.ofType(type, book);
        String namespace = type.getNamespace();
        if (namespace != null
                && !namespace.isEmpty()
                && !namespace.equals(file.descr().getNamespace())) {
            wrong = "the type " + type.getTypeName() + " is declared in another package";
        }
        if (wrong != null) {
            name(type, wrong, "declare a type of your own with a name of its own, such as BusyWeek");
        }
        for (TypeFieldDescr field : type.getFields().values()) {
            field(type, field);
        }
        if (type.isTrait() || !type.getSuperTypes().isEmpty()) {
            refuse(type, null, type.getTypeName() + " extends another type", "declare its fields; types stand alone");
        }
        annotations(type);
    }

    private void annotations(AbstractClassTypeDeclarationDescr type) {
        for (AnnotationDescr annotation : type.getAnnotations()) {
            refuse(type, null, "a declaration has no annotations, here @" + annotation.getName(), "leave it out");
        }
    }

    private void field(TypeDeclarationDescr type, TypeFieldDescr field) {
        String name = type.getTypeName() + "." + field.getFieldName();
        String written = field.getPattern().getObjectType();
        for (AnnotationDescr annotation : field.getAnnotations()) {
            if (!annotation.getName().equals("key")) {
                refuse(field, null, name + " has the annotation @" + annotation.getName(), "only @key is allowed");
            }
        }
        String wrong = NameCheck.ofField(field.getFieldName());
        if (wrong != null) {
            name(field, wrong, "name what it holds, such as minOrders");
        }
        if (field.getInitExpr() != null) {
            refuse(field, null, name + " has an initial value", "leave it out; rows and inserts give all values");
        }
        if (Set.of("double", "float", "Double", "Float").contains(written)) {
            refuse(field, null, name + " is a " + written + ", which is not exact", "use Rate, BigDecimal or int");
        } else if (!isFieldType(written) && book.complete()) {
            problems.add(
                    "unknown-type",
                    file.source(),
                    field.getStartCharacter(),
                    null,
                    name + " has the type " + written + ", which a field cannot have",
                    "use int, long, boolean, String, Rate, or import the type, for instance java.math.BigDecimal; "
                            + "docs/language.md lists all types of values");
        }
    }

    private void name(BaseDescr at, String what, String mend) {
        problems.add("name-not-plain", file.source(), at.getStartCharacter(), null, what, mend);
    }

    private boolean isFieldType(String written) {
        Class<?> type = book.valueType(written);
        ListedType listed = type == null || written.contains("<")
                ? null
                : Language.standard().type(type);
        return listed != null && listed.group() == ListedType.Group.VALUE;
    }

    private void rule(RuleDescr rule) {
        if (rule.isQuery()) {
            refuse(rule, null, "a query is not part of the language", "write a rule that inserts what it finds");
            return;
        }
        for (AttributeDescr attribute : rule.getAttributes().values()) {
            boolean ofTheFile = attribute.getStartCharacter() < rule.getStartCharacter();
            if (!ofTheFile) {
                attribute(attribute, rule.getName());
            }
        }
        RuleText text = new RuleText(file.source(), rule);
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            if (!RULE_ANNOTATIONS.contains(annotation.getName())) {
                problems.add(
                        "construct-not-allowed",
                        file.source(),
                        text.annotationOffset(annotation.getName()),
                        rule.getName(),
                        "a rule has no annotation @" + annotation.getName(),
                        "a rule has @id, @source and, where the message key is not the id, @reason");
            }
        }
        if (rule.hasParent()) {
            refuse(rule, rule.getName(), "a rule cannot extend another one", "repeat the conditions");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(rule, rule.getName(), "a rule has one right-hand side", "write one rule for each result");
        }
    }

    private void attribute(AttributeDescr attribute, @Nullable String rule) {
        String name = attribute.getName().toLowerCase(Locale.ROOT);
        problems.add(
                "attribute-not-allowed",
                file.source(),
                keyword(attribute, name),
                rule,
                "the attribute " + name + " is not allowed",
                ATTRIBUTES.getOrDefault(name, "leave it out; only a file has an attribute, its agenda-group"));
    }

    /** The parser keeps the place of an attribute's value; authors look for its name. */
    private int keyword(AttributeDescr attribute, String name) {
        int value = Math.max(0, attribute.getStartCharacter());
        String before = file.source().part(0, value + name.length() + 1);
        Matcher found = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                .matcher(before);
        int at = value;
        while (found.find()) {
            at = found.start();
        }
        return at;
    }
}
