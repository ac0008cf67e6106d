package org.riderrules.engine.drools;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a rule inserts: a conclusion the pack declares, or an outcome of its own topic, made from the right values. */
final class InsertCheck {
    private static final String CODE_ARGUMENTS = "insert-arguments";

    private final ParsedRule rule;
    private final Vocabulary vocabulary;
    private final TypeBook book;
    private final Problems problems;

    private InsertCheck(ParsedRule rule, Vocabulary vocabulary, TypeBook book, Problems problems) {
        this.rule = rule;
        this.vocabulary = vocabulary;
        this.book = book;
        this.problems = problems;
    }

    /** Checks the insert of one rule; a right-hand side that is not one insert is told elsewhere. */
    static void check(ParsedRule rule, Vocabulary vocabulary, TypeBook book, Problems problems) {
        RuleInsert insert = rule.insert();
        if (insert != null) {
            new InsertCheck(rule, vocabulary, book, problems).type(insert);
        }
    }

    private void tell(String code, int offset, String what, String mend) {
        problems.add(code, rule.file(), offset, rule.description().name(), what, mend);
    }

    private void type(RuleInsert insert) {
        TypeRef type = rule.description().insertedType();
        switch (type.kind()) {
            case UNKNOWN -> {
                if (book.complete()) {
                    tell(
                            "insert-unknown-type",
                            insert.typeOffset(),
                            "there is no type " + type + " to insert",
                            insertable(type));
                }
            }
            case FACT, CONTEXT ->
                tell(
                        "insert-of-fact",
                        insert.typeOffset(),
                        "a rule does not insert " + type + ", which a request brings in",
                        "declare a type of your own for what the rule concludes");
            case TABLE ->
                tell(
                        "insert-table-row",
                        insert.typeOffset(),
                        "a rule does not insert " + type + ", which its table fills",
                        "add a row to the table, or declare another type for what the rule concludes");
            case OUTCOME -> outcome(type, insert);
            case CONCLUSION -> arguments(insert, declared(type));
        }
    }

    private String insertable(TypeRef type) {
        Set<String> names = new TreeSet<>();
        for (String name : book.patternTypeNames()) {
            TypeRef known = book.type(name);
            Class<?> host = known.hostClass();
            if (known.kind() == TypeRef.Kind.CONCLUSION
                    || host != null
                            && vocabulary.outcomeTypes().contains(host)
                            && vocabulary.allowedOutcome().test(host)) {
                names.add(name);
            }
        }
        return Suggestion.among(type.name(), names);
    }

    private void outcome(TypeRef type, RuleInsert insert) {
        Class<?> host = type.hostClass();
        if (host == null) {
            return;
        }
        if (!vocabulary.allowedOutcome().test(host)) {
            tell(
                    "outcome-of-another-topic",
                    insert.typeOffset(),
                    type + " belongs to " + vocabulary.owner().apply(host),
                    insertable(type));
            return;
        }
        List<Wanted> wanted = new ArrayList<>();
        if (host.isRecord()) {
            for (RecordComponent component : host.getRecordComponents()) {
                wanted.add(new Wanted(component.getName(), component.getType().getSimpleName(), component.getType()));
            }
            arguments(insert, wanted);
        }
    }

    private List<Wanted> declared(TypeRef type) {
        return book.declaredFields(type).entrySet().stream()
                .map(field -> new Wanted(field.getKey(), field.getValue(), book.javaType(field.getValue())))
                .toList();
    }

    /** One value a constructor wants. */
    private record Wanted(
            String name, String typeName, @Nullable Class<?> type) {
        @Override
        public String toString() {
            return name + " : " + typeName;
        }
    }

    private void arguments(RuleInsert insert, List<Wanted> wanted) {
        String list = wanted.isEmpty()
                ? "nothing"
                : String.join(", ", wanted.stream().map(Wanted::toString).toList());
        String mend = "give, in this order: " + list;
        TypeRef type = rule.description().insertedType();
        if (insert.values().size() != wanted.size()) {
            tell(
                    CODE_ARGUMENTS,
                    insert.typeOffset(),
                    type + " is made from " + count(wanted.size()) + ", here are "
                            + insert.values().size(),
                    mend);
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            RuleInsert.Argument given = insert.values().get(i);
            if (!fits(given, wanted.get(i).type())) {
                Class<?> found = given.type();
                tell(
                        CODE_ARGUMENTS,
                        given.expression().offset(),
                        "the " + wanted.get(i).name() + " of " + type + " must be of type "
                                + wanted.get(i).typeName() + ", here is "
                                + (found == null ? "null" : ValueTypes.word(found)),
                        mend);
            }
        }
    }

    private static String count(int size) {
        return size == 1 ? "1 value" : size + " values";
    }

    private static boolean fits(RuleInsert.Argument given, @Nullable Class<?> wanted) {
        if (wanted == null) {
            return true;
        }
        if (given.expression() instanceof Expression.Literal literal && literal.isNull()) {
            return !wanted.isPrimitive();
        }
        Class<?> found = given.type();
        if (found == null || TypeBook.boxed(wanted).isAssignableFrom(found)) {
            return true;
        }
        // Java widens a whole number, but only into a primitive.
        boolean wide =
                Arrays.<Class<?>>asList(long.class, double.class, float.class).contains(wanted);
        return wide && (found == Integer.class || found == Long.class && wanted != long.class);
    }
}
