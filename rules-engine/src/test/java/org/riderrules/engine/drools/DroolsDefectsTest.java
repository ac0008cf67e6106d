package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

/**
 * Two open defects of Drools 10.0 to 10.2, in which a rule of a base of several packages silently does not fire: shown
 * with Drools alone, so that a release without them is noticed here, and shown not to reach packs, because the engine
 * builds one package into one base, all at once. When a test about several packages fails, Drools has been mended:
 * change docs/decisions/0020 and this class.
 */
class DroolsDefectsTest {
    private static final String TYPES = """
            declare Seed value : int end
            declare Shared value : int end
            declare Negated value : int end
            declare Other value : int end
            declare Left value : int end
            declare Right value : int end
            declare Told text : String end
            """;

    /** apache/incubator-kie 7115: {@code exists} around {@code not}, and a sibling that shares its first pattern. */
    private static final List<String> EXISTS_AND_NOT = List.of("""
            rule "Shared follows from a seed" when Seed() then insert( new Shared( 1 ) ); end
            """, """
            rule "Subject" when exists ( Shared() and not Negated() ) then insert( new Told( "subject" ) ); end
            """, """
            rule "Sibling" when exists ( Shared() and Other() ) then insert( new Told( "sibling" ) ); end
            """);

    /** apache/incubator-kie 7109: an accumulate whose segment is split by a later rule; in all but the largest package. */
    private static final List<String> ACCUMULATE_SPLIT = List.of("""
            rule "Filler 1" when Seed( value == 1 ) then insert( new Told( "filler" ) ); end
            rule "Filler 2" when Seed( value == 2 ) then insert( new Told( "filler" ) ); end
            rule "Filler 3" when Seed( value == 3 ) then insert( new Told( "filler" ) ); end
            """, """
            rule "Counted" when
              Left( $value : value )
              accumulate( Right( value == $value ); $count : count(); $count > 0 )
            then insert( new Told( "counted" ) ); end
            rule "Splitting" when
              Left( $value : value )
              Other( value == $value )
            then insert( new Told( "splitting" ) ); end
            """);

    @Test
    void Drools_loses_an_exists_around_a_not_when_a_sibling_stands_in_another_package() throws Exception {
        assertThat(existsAndNot(several(EXISTS_AND_NOT.subList(0, 2))))
                .as("without the sibling")
                .containsExactly("subject");
        assertThat(existsAndNot(several(EXISTS_AND_NOT)))
                .as("apache/incubator-kie 7115 in several packages")
                .isEmpty();
    }

    @Test
    void The_engine_fires_an_exists_around_a_not_beside_its_sibling() {
        assertThat(existsAndNot(one(EXISTS_AND_NOT))).containsExactly("subject");
    }

    @Test
    void Drools_loses_an_accumulate_whose_segment_a_later_rule_splits_in_a_smaller_package() throws Exception {
        String alone = ACCUMULATE_SPLIT.get(1);
        alone = alone.substring(0, alone.indexOf("rule \"Splitting\""));
        assertThat(accumulateSplit(several(List.of(ACCUMULATE_SPLIT.get(0), alone))))
                .as("without the rule that splits")
                .containsExactly("counted");
        assertThat(accumulateSplit(several(ACCUMULATE_SPLIT)))
                .as("apache/incubator-kie 7109 in several packages")
                .isEmpty();
    }

    @Test
    void The_engine_fires_an_accumulate_whose_segment_a_later_rule_splits() {
        assertThat(accumulateSplit(one(ACCUMULATE_SPLIT))).containsExactly("counted");
    }

    private static List<String> existsAndNot(KieBase base) {
        return PastChecks.told(base, "types", List.of(facts -> facts.insert("Seed", 1)));
    }

    private static List<String> accumulateSplit(KieBase base) {
        return PastChecks.told(
                base, "types", List.of(facts -> facts.insert("Left", 7), facts -> facts.insert("Right", 7)));
    }

    private static KieBase several(List<String> rules) throws ReflectiveOperationException {
        List<DrlSource> sources = new ArrayList<>();
        sources.add(new DrlSource("types.drl", "package types;\n" + TYPES));
        for (String text : rules) {
            String name = "part" + sources.size();
            sources.add(new DrlSource(name + ".drl", "package " + name + ";\nimport types.*;\n" + text));
        }
        return PastChecks.severalPackages(sources);
    }

    private static KieBase one(List<String> rules) {
        List<DrlSource> sources = new ArrayList<>();
        sources.add(new DrlSource("types.drl", "package types;\n" + TYPES));
        for (String text : rules) {
            sources.add(new DrlSource("part" + sources.size() + ".drl", "package types;\n" + text));
        }
        return PastChecks.own(sources).kieBase();
    }
}
