package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import org.riderrules.engine.attack.Attack;

/**
 * Rules that are part of the language. Each is an example of one construct; the page for authors shows them, and a test
 * compiles and fires them.
 *
 * @param id the id of the example
 * @param section where it stands on the page
 * @param what what it shows
 * @param fires whether its rule fires on the facts of the test
 * @param condition the conditions
 * @param insert the insert, as written in the file after three hyphens; by default a note that the rule fired
 */
record Examples(String id, String section, String what, boolean fires, String condition, String insert) {
    static final String VOCABULARY = """
            package tiering;
            import org.riderrules.api.fact.*;
            import java.math.BigDecimal;
            import java.time.LocalDate;

            declare TierGate
              tier : String @key
              minOnTime : Rate
              maxRefusal : Rate
            end
            declare Bracket
              fromOrders : int @key
            end
            declare BusyWeek
              orders : int
            end
            declare Seen
              example : String
            end
            declare Busy
              orders : int
            end
            declare Due
              day : LocalDate
              count : int
            end
            declare Amount
              value : BigDecimal
              currency : String
            end
            declare Told
              value : String
              other : String
            end
            """;
    static final String DERIVE = """
            package tiering;
            import org.riderrules.api.fact.*;
            agenda-group "derive"
            rule "A rider with forty orders must count as busy."
              @id("examples.busy") @source("docs/language.md")
            when
              PerformanceWindow( $orders : completedOrders >= 40 )
            then
              insert( new BusyWeek( $orders ) );
            end
            """;
    private static final String HEAD = """
            package tiering;
            import org.riderrules.api.fact.*;
            import org.riderrules.api.outcome.*;
            import java.math.BigDecimal;
            import java.math.RoundingMode;
            import java.time.DayOfWeek;
            import java.time.Duration;
            import java.time.YearMonth;

            agenda-group "decide"
            """;

    static List<Examples> all() {
        List<Examples> all = new ArrayList<>();
        for (Attack part : Attack.all("legitimate.txt")) {
            int bar = part.what().lastIndexOf('|');
            String[] text = part.text().strip().split("\n--- ", 2);
            all.add(new Examples(
                    part.id(),
                    part.category(),
                    part.what().substring(0, bar).strip(),
                    part.what().substring(bar + 1).strip().equals("yes"),
                    text[0].strip(),
                    text.length > 1 ? text[1].strip() : "Seen( \"" + part.id() + "\" )"));
        }
        return all;
    }

    String ruleName() {
        return "The example " + id + " must be understood.";
    }

    private String rule() {
        return """

                rule "%s"
                  @id("examples.%s") @source("docs/language.md")
                when
                  %s
                then
                  insert( new %s );
                end
                """.formatted(ruleName(), id, condition, insert);
    }

    /** All examples as one pack. */
    static List<DrlSource> sources() {
        StringBuilder decide = new StringBuilder(HEAD);
        all().forEach(example -> decide.append(example.rule()));
        return Packs.sources("derive.drl", DERIVE, "decide.drl", decide.toString(), "vocabulary.drl", VOCABULARY);
    }
}
