package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Code within accumulate means different things in the modes of Drools, and so is not part of the language. */
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
    void Code_within_accumulate_is_refused() {
        Compilation compilation = RuleCompiler.compile("strange v1", SOURCES, Set.of(), Packs.vocabulary());

        assertThat(compilation.rules()).isNull();
        assertThat(compilation.problems())
                .anySatisfy(problem ->
                        assertThat(problem.what()).isEqualTo("code within accumulate is not part of the language"));
    }
}
