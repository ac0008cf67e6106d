package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.riderrules.api.fact.Appeal;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.CareClaim;
import org.riderrules.api.fact.ClaimKind;
import org.riderrules.api.fact.Delivery;
import org.riderrules.api.fact.DeliveryEnding;
import org.riderrules.api.fact.EarlierDecision;
import org.riderrules.api.fact.Engagement;
import org.riderrules.api.fact.Incident;
import org.riderrules.api.fact.IncidentKind;
import org.riderrules.api.fact.Measure;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.TrainingMethod;
import org.riderrules.api.fact.TrainingPhase;
import org.riderrules.api.fact.TrainingResult;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationSeverity;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.fact.WeatherDay;
import org.riderrules.api.fact.WorkLog;

/** The language is wide enough: no example is refused, and each means what it says. */
class LanguageExamplesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 14);

    private static CompiledRules compiled() {
        Compilation compilation = RuleCompiler.compile(
                "tiering v1", Examples.sources(), Set.of("TierGate", "Bracket"), Packs.vocabulary());
        assertThat(compilation.problems()).isEmpty();
        return compilation.rules();
    }

    @Test
    void There_are_at_least_sixty_examples() {
        assertThat(Examples.all())
                .hasSizeGreaterThan(60)
                .extracting(Examples::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void No_example_is_refused_and_each_fires_when_it_says_so() throws ReflectiveOperationException {
        CompiledRules rules = compiled();
        Set<String> fired = new TreeSet<>();
        KieSession session = rules.kieBase().newKieSession();
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                fired.add(event.getMatch().getRule().getName());
            }
        });
        try {
            facts().forEach(session::insert);
            session.insert(row(rules, "TierGate", "GOLD", Rate.parse("90 %"), null));
            session.insert(row(rules, "Bracket", 20));
            session.insert(row(rules, "Bracket", 40));
            session.insert(row(rules, "Bracket", 60));
            session.getAgenda().getAgendaGroup("decide").setFocus();
            session.getAgenda().getAgendaGroup("derive").setFocus();
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        for (Examples example : Examples.all()) {
            assertThat(fired.contains(example.ruleName()))
                    .as("%s: %s", example.id(), example.what())
                    .isEqualTo(example.fires());
        }
    }

    private static Object row(CompiledRules rules, String type, Object... values) throws ReflectiveOperationException {
        for (var constructor : rules.declaredType(type).type().getConstructors()) {
            if (constructor.getParameterCount() == values.length) {
                return constructor.newInstance(values);
            }
        }
        throw new NoSuchMethodException(type);
    }

    private static List<Object> facts() {
        return List.of(
                new AsOf(DAY),
                PerformanceWindow.builder()
                        .periodFrom(LocalDate.of(2026, 6, 1))
                        .periodUntil(LocalDate.of(2026, 8, 1))
                        .completedOrders(44)
                        .activeDays(10)
                        .onTimeRate(Rate.of(186, 200))
                        .customerRating(new BigDecimal("4.7"))
                        .build(),
                violation("V-1", "LATE", LocalDate.of(2026, 7, 1)),
                violation("V-2", "RUDE", LocalDate.of(2026, 7, 3)),
                day(6, 8, 3),
                day(7, 10, null),
                day(8, 12, 4),
                new Measure("rating", new BigDecimal("10.1"), null, null),
                new Measure("rating", new BigDecimal("0.2"), null, LocalDate.of(2026, 7, 2)),
                new Measure("points", new BigDecimal("12.5"), "points", null),
                new TrainingResult(
                        "TRAFFIC", TrainingPhase.ONBOARDING, TrainingMethod.values()[0], DAY, 32, 40, null, 1),
                new CareClaim("C-1", ClaimKind.ILLNESS, LocalDate.of(2026, 7, 2), null, 4, true),
                new Engagement(
                        YearMonth.of(2026, 6),
                        20,
                        new BigDecimal("180"),
                        new BigDecimal("900"),
                        Currency.getInstance("HKD"),
                        true),
                new RiderProfile(LocalDate.of(2025, 1, 1), null, 1, MonthDay.of(12, 24)),
                Delivery.builder()
                        .orderId("O-1")
                        .ending(DeliveryEnding.values()[0])
                        .promisedAt(Instant.parse("2026-07-01T10:30:00Z"))
                        .acceptedAt(Instant.parse("2026-07-01T10:00:00Z"))
                        .deliveredAt(Instant.parse("2026-07-01T10:45:00Z"))
                        .build(),
                EarlierDecision.builder()
                        .reference("D-1")
                        .topic(Topic.VIOLATIONS)
                        .outcome("DeductionAssessed")
                        .code("LATE")
                        .decidedOn(LocalDate.of(2026, 6, 1))
                        .amount(BigDecimal.TEN)
                        .currency(Currency.getInstance("HKD"))
                        .build(),
                new Incident(
                        "I-1",
                        IncidentKind.values()[0],
                        Instant.parse("2026-07-01T10:00:00Z"),
                        Instant.parse("2026-07-01T18:00:00Z"),
                        null,
                        null,
                        null),
                new WeatherDay(DAY, new BigDecimal("37"), null),
                Appeal.builder()
                        .id("A-1")
                        .violationId("V-1")
                        .grounds("MERCHANT_LATE")
                        .filedOn(LocalDate.of(2026, 7, 10))
                        .notifiedOn(LocalDate.of(2026, 7, 2))
                        .build());
    }

    private static Violation violation(String id, String code, LocalDate day) {
        return Violation.builder()
                .id(id)
                .code(code)
                .occurredOn(day)
                .status(ViolationStatus.REPORTED)
                .severity(ViolationSeverity.MINOR)
                .minutesLate(12)
                .evidence(List.of("photo", "report"))
                .build();
    }

    private static WorkLog day(int day, int orders, Integer peak) {
        return new WorkLog(
                LocalDate.of(2026, 7, day), Duration.ofMinutes(450), Duration.ofMinutes(200), orders, orders, peak, 0);
    }
}
