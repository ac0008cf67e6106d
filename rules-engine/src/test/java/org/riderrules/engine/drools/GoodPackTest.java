package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A pack as design and style have it compiles, and describes itself. */
class GoodPackTest {

    @Test
    void Several_files_of_one_package_compile_to_one_rule_base() {
        Compilation compilation = Packs.tiering();

        assertThat(compilation.problems()).isEmpty();
        assertThat(compilation.rules().kieBase().getKiePackages())
                .filteredOn(pack -> !pack.getRules().isEmpty())
                .singleElement()
                .satisfies(pack -> assertThat(pack.getName()).isEqualTo("tiering"));
        assertThat(compilation.rules().packageName()).isEqualTo("tiering");
        assertThat(compilation.rules().rules())
                .extracting(RuleDescription::id)
                .containsExactly("tiering.assign", "tiering.base", "tiering.busy", "tiering.qualifies");
    }

    @Test
    void A_rule_tells_its_id_sentence_reason_source_comment_place_and_stage() {
        RuleDescription rule =
                Packs.tiering().rules().rule("A rider who meets every threshold of a tier must qualify for it.");

        assertThat(rule.id()).isEqualTo("tiering.qualifies");
        assertThat(rule.reason()).isEqualTo("tiering.meets");
        assertThat(rule.source()).isEqualTo("Rider Charter 2026, 3.2");
        assertThat(rule.comment()).isEqualTo("Riders who are both busy and punctual move up.");
        assertThat(rule.file()).isEqualTo("tiering/v1/rules/qualify.drl");
        assertThat(rule.line()).isEqualTo(7);
        assertThat(rule.stage()).isEqualTo(Stage.QUALIFY);
        assertThat(rule.bindings()).containsExactly("$t", "$tier", "$rank", "$w", "$orders", "$onTime");
        assertThat(rule.insertedType().name()).isEqualTo("Qualified");
        assertThat(rule.insertLine()).isEqualTo(16);
    }

    @Test
    void A_reason_that_is_not_given_is_the_id() {
        assertThat(Packs.tiering()
                        .rules()
                        .rule("A rider without any tier must hold the base tier.")
                        .reason())
                .isEqualTo("tiering.base");
    }

    @Test
    void A_rule_tells_every_field_it_reads_and_how() {
        RuleDescription rule =
                Packs.tiering().rules().rule("A rider who meets every threshold of a tier must qualify for it.");

        assertThat(rule.reads())
                .extracting(read -> read.type() + "." + read.field() + " " + read.how())
                .containsExactly(
                        "PerformanceWindow.completedOrders COMPARED",
                        "PerformanceWindow.completedOrders BOUND",
                        "PerformanceWindow.onTimeRate COMPARED",
                        "PerformanceWindow.onTimeRate BOUND",
                        "PerformanceWindow.refusalRate COMPARED",
                        "TierThreshold.maxRefusal COMPARED",
                        "TierThreshold.maxRefusal NULL_TESTED",
                        "TierThreshold.minOnTime COMPARED",
                        "TierThreshold.minOrders COMPARED",
                        "TierThreshold.rank BOUND",
                        "TierThreshold.rank INSERTED",
                        "TierThreshold.tier BOUND",
                        "TierThreshold.tier INSERTED");
    }

    @Test
    void A_declared_type_tells_its_fields_and_which_are_keys() {
        DeclaredType type = Packs.tiering().rules().declaredType("TierThreshold");

        assertThat(type.type().getName()).isEqualTo("tiering.TierThreshold");
        assertThat(type.file()).isEqualTo("tiering/v1/rules/vocabulary.drl");
        assertThat(type.line()).isEqualTo(4);
        assertThat(type.fields())
                .extracting(DeclaredField::name)
                .containsExactly("tier", "rank", "minOrders", "minOnTime", "maxRefusal");
        assertThat(type.fields())
                .filteredOn(DeclaredField::key)
                .extracting(DeclaredField::name)
                .containsExactly("tier");
        assertThat(type.fields().get(3)).isEqualTo(new DeclaredField("minOnTime", "Rate", false, 8));
    }

    @Test
    void What_lies_behind_an_outcome_is_followed_through_the_conclusions() {
        CompiledRules rules = Packs.tiering().rules();

        assertThat(rules.graph()
                        .hostTypesBehind(rules.rule("The highest tier a rider qualifies for must be assigned.")))
                .containsExactly("AsOf", "PerformanceWindow");
        assertThat(rules.graph().typesNobodyInserts()).isEmpty();
    }

    @Test
    void A_pack_can_be_compiled_again_and_gives_the_same_descriptions() {
        assertThat(Packs.tiering().rules().rules())
                .isEqualTo(Packs.tiering().rules().rules());
    }
}
