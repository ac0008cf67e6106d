package org.riderrules.engine.gate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the generator needs beside the language: an explicit list for each kind of class and for expressions of authors.
 * An entry is {@code owner.name} for all overloads of a name of Drools' own, {@code owner.name descriptor} for one
 * member, or a type alone where it is only mentioned.
 */
enum SupportList {
    /** Within a condition, a binding or the values of an insert. */
    EXPRESSION("""
            java/lang/Integer.valueOf (I)Ljava/lang/Integer;
            java/lang/Integer.intValue ()I
            java/lang/Integer.longValue ()J
            java/lang/Long.valueOf (J)Ljava/lang/Long;
            java/lang/Long.longValue ()J
            java/lang/Boolean.valueOf (Z)Ljava/lang/Boolean;
            java/lang/Boolean.booleanValue ()Z
            java/math/BigDecimal.<init> (Ljava/lang/String;)V
            org/drools/modelcompiler/util/EvaluationUtil.areNullSafeEquals
            org/drools/modelcompiler/util/EvaluationUtil.areNumbersNullSafeEquals
            org/drools/modelcompiler/util/EvaluationUtil.equals
            org/drools/modelcompiler/util/EvaluationUtil.notEquals
            org/drools/modelcompiler/util/EvaluationUtil.greaterThan
            org/drools/modelcompiler/util/EvaluationUtil.greaterOrEqual
            org/drools/modelcompiler/util/EvaluationUtil.greaterThanNumbers
            org/drools/modelcompiler/util/EvaluationUtil.greaterOrEqualNumbers
            org/drools/modelcompiler/util/EvaluationUtil.lessThan
            org/drools/modelcompiler/util/EvaluationUtil.lessOrEqual
            org/drools/modelcompiler/util/EvaluationUtil.lessThanNumbers
            org/drools/modelcompiler/util/EvaluationUtil.lessOrEqualNumbers
            org/drools/modelcompiler/util/EvaluationUtil.toBigDecimal
            org/drools/modelcompiler/dsl/pattern/D.eval
            org/drools/model/operators/InOperator.INSTANCE
            org/drools/model/operators/ContainsOperator.INSTANCE
            org/drools/model/operators/ExcludesOperator.INSTANCE
            org/drools/model/operators/MemberOfOperator.INSTANCE
            org/drools/model/functions/Operator
            java/lang/Object
            java/lang/Number
            java/lang/Comparable
            java/lang/Exception
            """),
    /** Within a right-hand side, beside expressions. */
    INSERT("""
            org/drools/model/Drools.insert (Ljava/lang/Object;)V
            """),
    /** Around an expression: an enum with one constant. */
    LAMBDA("""
            java/lang/Enum.<init> (Ljava/lang/String;I)V
            java/lang/Enum.valueOf (Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;
            java/lang/System.arraycopy (Ljava/lang/Object;ILjava/lang/Object;II)V
            org/drools/model/functions/PredicateInformation.<init>
            org/drools/model/functions/PredicateInformation.addRuleNames
            org/drools/model/functions/PredicateInformation.setMoreThanMaxRuleDefs
            org/drools/model/functions/HashedExpression
            java/lang/Class
            java/lang/Object
            java/lang/Exception
            """),
    /** A rule as Drools' model describes it. */
    RULE("""
            java/lang/Object.<init> ()V
            java/lang/Integer.valueOf (I)Ljava/lang/Integer;
            java/lang/Long.valueOf (J)Ljava/lang/Long;
            java/lang/Boolean.valueOf (Z)Ljava/lang/Boolean;
            java/lang/Integer.TYPE Ljava/lang/Class;
            java/lang/Long.TYPE Ljava/lang/Class;
            java/lang/Boolean.TYPE Ljava/lang/Class;
            java/math/BigDecimal.<init> (Ljava/lang/String;)V
            org/drools/modelcompiler/dsl/pattern/D.rule
            org/drools/modelcompiler/dsl/pattern/D.declarationOf
            org/drools/modelcompiler/dsl/pattern/D.pattern
            org/drools/modelcompiler/dsl/pattern/D.not
            org/drools/modelcompiler/dsl/pattern/D.exists
            org/drools/modelcompiler/dsl/pattern/D.forall
            org/drools/modelcompiler/dsl/pattern/D.and
            org/drools/modelcompiler/dsl/pattern/D.or
            org/drools/modelcompiler/dsl/pattern/D.accumulate
            org/drools/modelcompiler/dsl/pattern/D.accFunction
            org/drools/modelcompiler/dsl/pattern/D.alphaIndexedBy
            org/drools/modelcompiler/dsl/pattern/D.betaIndexedBy
            org/drools/modelcompiler/dsl/pattern/D.reactOn
            org/drools/modelcompiler/dsl/pattern/D.on
            org/drools/modelcompiler/dsl/pattern/D.execute
            org/drools/model/PatternDSL$PatternDef.bind
            org/drools/model/PatternDSL$PatternDef.expr
            org/drools/model/PatternDSL$PatternDef.and
            org/drools/model/PatternDSL$PatternDef.or
            org/drools/model/PatternDSL$PatternDef.endAnd
            org/drools/model/PatternDSL$PatternDef.endOr
            org/drools/model/PatternDSL$PatternDef.watch
            org/drools/model/DomainClassMetadata.getPropertyIndex
            org/drools/model/Index$ConstraintType.EQUAL
            org/drools/model/Index$ConstraintType.FORALL_SELF_JOIN
            org/drools/model/Index$ConstraintType.NOT_EQUAL
            org/drools/model/Index$ConstraintType.GREATER_THAN
            org/drools/model/Index$ConstraintType.GREATER_OR_EQUAL
            org/drools/model/Index$ConstraintType.LESS_THAN
            org/drools/model/Index$ConstraintType.LESS_OR_EQUAL
            org/drools/model/Rule$Attribute.AGENDA_GROUP
            org/drools/model/functions/accumulate/AccumulateFunction.as
            org/drools/model/impl/RuleBuilder.attribute
            org/drools/model/impl/RuleBuilder.metadata
            org/drools/model/impl/RuleBuilder.build
            org/drools/model/Rule
            org/drools/model/RuleItemBuilder
            org/drools/model/Variable
            org/drools/model/Declaration
            org/drools/model/Argument
            org/drools/model/AlphaIndex
            org/drools/model/BetaIndex
            org/drools/model/BetaIndex2
            org/drools/model/BetaIndex3
            org/drools/model/BetaIndex4
            org/drools/model/PatternDSL$ReactOn
            org/drools/model/view/ViewItem
            org/drools/model/view/ViewItemBuilder
            org/drools/model/view/ExprViewItem
            org/drools/model/view/CombinedExprViewItem
            java/util/function/Supplier
            java/lang/Class
            java/lang/Object
            """),
    /** Our accumulate functions, which a rule names by their constructors. */
    ACCUMULATE("""
            org/riderrules/engine/drools/accumulate/Count.<init> ()V
            org/riderrules/engine/drools/accumulate/Mean.<init> ()V
            org/riderrules/engine/drools/accumulate/Distinct.<init> ()V
            org/riderrules/engine/drools/accumulate/Listing.<init> ()V
            org/riderrules/engine/drools/accumulate/Sum$OfInteger.<init> ()V
            org/riderrules/engine/drools/accumulate/Sum$OfLong.<init> ()V
            org/riderrules/engine/drools/accumulate/Sum$OfBigDecimal.<init> ()V
            org/riderrules/engine/drools/accumulate/Sum$OfDuration.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfInteger.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfLong.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfBigDecimal.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfRate.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfLocalDate.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfYearMonth.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfInstant.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfDuration.<init> ()V
            org/riderrules/engine/drools/accumulate/Smallest$OfString.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfInteger.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfLong.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfBigDecimal.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfRate.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfLocalDate.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfYearMonth.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfInstant.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfDuration.<init> ()V
            org/riderrules/engine/drools/accumulate/Largest$OfString.<init> ()V
            """),
    /** The list of rules and types. */
    MODEL("""
            java/lang/Object.<init> ()V
            java/time/format/DateTimeFormatterBuilder.<init> ()V
            java/time/format/DateTimeFormatterBuilder.parseCaseInsensitive ()Ljava/time/format/DateTimeFormatterBuilder;
            java/time/format/DateTimeFormatterBuilder.appendPattern (Ljava/lang/String;)Ljava/time/format/DateTimeFormatterBuilder;
            java/time/format/DateTimeFormatterBuilder.toFormatter (Ljava/util/Locale;)Ljava/time/format/DateTimeFormatter;
            java/time/format/DateTimeFormatter
            java/util/Locale.ENGLISH Ljava/util/Locale;
            java/util/ArrayList.<init> ()V
            java/util/List.add (Ljava/lang/Object;)Z
            java/util/Arrays.asList ([Ljava/lang/Object;)Ljava/util/List;
            java/util/Collections.emptyList ()Ljava/util/List;
            org/drools/util/DateUtils.getDateFormatMask ()Ljava/lang/String;
            org/drools/modelcompiler/dsl/pattern/D.typeMetaData
            org/drools/model/impl/TypeMetaDataImpl.withField
            org/drools/model/impl/TypeMetaDataImpl.withFieldAnnotation
            org/drools/model/AnnotationValue
            org/drools/model/TypeMetaData
            org/drools/model/Model
            org/drools/model/Rule
            java/lang/Class
            java/lang/Object
            """),
    /** The list of properties. */
    METADATA("""
            java/lang/Object.<init> ()V
            java/lang/String.hashCode ()I
            java/lang/String.equals (Ljava/lang/Object;)Z
            java/lang/RuntimeException.<init> (Ljava/lang/String;)V
            org/drools/model/DomainClassMetadata
            java/lang/Class
            java/lang/Object
            """),
    /** A declared type: fields with getters and setters, compared and printed by its keys. */
    DECLARED("""
            java/lang/Object.<init> ()V
            java/lang/String.hashCode ()I
            java/lang/String.equals (Ljava/lang/Object;)Z
            java/lang/String.valueOf (Ljava/lang/Object;)Ljava/lang/String;
            java/lang/Integer.valueOf (I)Ljava/lang/Integer;
            java/lang/Integer.intValue ()I
            java/lang/Long.valueOf (J)Ljava/lang/Long;
            java/lang/Long.longValue ()J
            java/lang/Boolean.valueOf (Z)Ljava/lang/Boolean;
            java/lang/Boolean.booleanValue ()Z
            java/io/Serializable
            org/drools/base/factmodel/GeneratedFact
            org/drools/base/factmodel/AccessibleFact
            org/kie/api/definition/type/Key
            org/kie/api/definition/type/Position
            java/lang/Class
            java/lang/Object
            """);

    /** Drools' functional interfaces and builders have a number for how many values they take. */
    private static final int MOST_VALUES = 30;

    private final Set<String> entries;
    private final Set<String> types;

    SupportList(String lines) {
        entries = lines.lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
        types = entries.stream()
                .map(entry -> entry.replaceFirst("\\.[^./]*( .*)?$", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the member is listed, by its name alone or with its descriptor. */
    boolean hasMember(String owner, String name, String descriptor) {
        return entries.contains(owner + "." + name) || entries.contains(owner + "." + name + " " + descriptor);
    }

    /** Whether the type may be mentioned. */
    boolean hasType(String internalName) {
        return types.contains(internalName);
    }

    /** The interfaces a lambda can have: a function of some values. */
    static Set<String> functions() {
        return Numbered.FUNCTIONS;
    }

    /** The builders of a right-hand side for some values. */
    static Set<String> consequences() {
        return Numbered.CONSEQUENCES;
    }

    /** All listed types, by their names in bytecode. */
    static Set<String> allTypes() {
        return Stream.concat(
                        Arrays.stream(values()).flatMap(list -> list.types.stream()),
                        Stream.of(functions(), consequences()).flatMap(Set::stream))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Apart, because an enum's constants are made before its static fields. */
    private static final class Numbered {
        static final Set<String> FUNCTIONS = numbered(
                "org/drools/model/functions/Predicate",
                "org/drools/model/functions/Function",
                "org/drools/model/functions/Block");
        static final Set<String> CONSEQUENCES = numbered("org/drools/model/consequences/ConsequenceBuilder$_");

        private Numbered() {}

        private static Set<String> numbered(String... names) {
            return Arrays.stream(names)
                    .flatMap(name -> IntStream.rangeClosed(0, MOST_VALUES).mapToObj(number -> name + number))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
