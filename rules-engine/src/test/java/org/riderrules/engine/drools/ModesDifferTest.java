package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

/** Why the language leaves this out: compiled past its checks, the modes of Drools give different results in silence. */
@Tag("second-opinion")
class ModesDifferTest {
    private static final String TYPES = """
            package strange;
            declare Seed value : int end
            declare Told text : String end
            """;
    private static final String CODE_WITHIN_ACCUMULATE = """
            package strange;
            rule "The sum of the seeds and a hundred must be told."
            when
              Number( $sum : intValue ) from accumulate( Seed( $v : value ),
                                                         init( int seen = 0; int total = 100; ),
                                                         action( total += $v; seen++; ),
                                                         result( Integer.valueOf( total ) ) )
            then
              insert( new Told( "" + $sum ) );
            end
            """;
    private static final List<DrlSource> SOURCES = List.of(
            new DrlSource("strange/v1/rules/vocabulary.drl", TYPES),
            new DrlSource("strange/v1/rules/rules.drl", CODE_WITHIN_ACCUMULATE));

    @Test
    void Code_within_accumulate_adds_up_to_something_else_in_the_executable_model() {
        KieBase own = PastChecks.own(SOURCES).kieBase();
        KieBase classic = new ClassicTwin(new Shuffle(1)).base("strange v1", SOURCES, new ArrayList<>());

        assertThat(told(classic)).as("100 and 60 and 150").containsExactly("310");
        assertThat(told(own)).isNotEqualTo(told(classic));
    }

    @Test
    void And_so_the_language_refuses_it() {
        Compilation compilation = RuleCompiler.compile("strange v1", SOURCES, Set.of(), Packs.vocabulary());

        assertThat(compilation.rules()).isNull();
        assertThat(compilation.problems())
                .anySatisfy(problem ->
                        assertThat(problem.what()).isEqualTo("code within accumulate is not part of the language"));
    }

    private static List<String> told(KieBase base) {
        return PastChecks.told(base, "strange", List.of(facts -> {
            facts.insert("Seed", 60);
            facts.insert("Seed", 150);
        }));
    }
}
