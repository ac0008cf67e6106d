package org.riderrules.examples.embeddedhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.catalog.RulesCatalog;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.rollout.Cases;
import org.riderrules.engine.trust.Trust;

/** This host has no reader of YAML on its class path: it can decide, and it must not replace packs untried by accident. */
class WithoutYamlTest {
    private static final Trust TRUST = Trust.directoryForDevelopment();

    @Test
    void Packs_whose_cases_cannot_be_run_are_refused_and_the_host_is_told_what_to_add() {
        ManagedRulesEngine engine = RulesEngines.create(RulesCatalog.standard(), TRUST);
        List<PackInfo> before = engine.packs();

        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class, () -> engine.replacePacks(RulesCatalog.standard(), TRUST));

        assertThat(refused.problems()).extracting(PackProblem::code).containsExactly("cases-need-yaml");
        assertThat(refused.problems().get(0).file()).endsWith(".yaml");
        assertThat(refused.problems().get(0).mend())
                .contains("tools.jackson.dataformat:jackson-dataformat-yaml")
                .contains("Cases.NEVER");
        assertThat(engine.packs()).isEqualTo(before);
    }

    @Test
    void A_host_that_says_never_replaces_them_untried() {
        ManagedRulesEngine engine = RulesEngines.builder()
                .packs(RulesCatalog.standard(), TRUST)
                .cases(Cases.NEVER)
                .build();

        assertThat(engine.replacePacks(RulesCatalog.standard(), TRUST).casesPassed())
                .isZero();
    }
}
