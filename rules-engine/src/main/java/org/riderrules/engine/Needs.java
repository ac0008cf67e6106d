package org.riderrules.engine;

import java.util.ArrayList;
import java.util.List;
import org.riderrules.api.fact.Fact;
import org.riderrules.engine.pack.FactFields;
import org.riderrules.engine.pack.Need;

/** What a pack must know before any of its rules is asked. */
final class Needs {
    private Needs() {}

    /** The needs that the facts do not meet, in the manifest's order. */
    static List<Need> unmet(List<Need> needs, List<Fact> facts) {
        List<Need> unmet = new ArrayList<>();
        for (Need need : needs) {
            boolean given = false;
            boolean known = true;
            for (Fact fact : facts) {
                if (fact.getClass().getSimpleName().equals(need.fact())) {
                    given = true;
                    known &= need.field() == null || FactFields.value(fact, need.field()) != null;
                }
            }
            if (!given || !known) {
                unmet.add(need);
            }
        }
        return unmet;
    }
}
