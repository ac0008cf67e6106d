package org.riderrules.catalog;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.riderrules.api.RulesEngine;
import org.riderrules.engine.check.CaseResult;
import org.riderrules.engine.check.CaseRunner;

class CatalogCases {

    /** One test for each case, named {@code tiering v2 | the sentence}. */
    @TestFactory
    Stream<DynamicTest> the_catalogue_decides_as_its_cases_say() {
        RulesEngine engine = Shipped.engine(); // First, so that packs that do not load fail once and not for each case.
        return Shipped.cases().cases().stream()
                .map(each -> dynamicTest(
                        each.toString(), Path.of("packs", each.example().file()).toUri(), () -> {
                            CaseResult result = CaseRunner.run(engine, each.topic(), each.example());
                            if (!result.passed()) {
                                fail(result.toString());
                            }
                        }));
    }
}
