package org.riderrules.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.explain.Language;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.outcome.SanctionAction;
import org.riderrules.api.process.AppealAnswered;
import org.riderrules.api.process.AppealFiled;
import org.riderrules.api.process.Changed;
import org.riderrules.api.process.Confirmed;
import org.riderrules.api.process.EvidenceSeen;
import org.riderrules.api.process.Judgement;
import org.riderrules.api.process.ProcessEvent;
import org.riderrules.api.process.ReasonsIssued;
import org.riderrules.api.process.Rejected;
import org.riderrules.api.process.Review;
import org.riderrules.api.process.TookEffect;

/**
 * Whatever hosts, reviewers and riders try, in whatever order: what is kept obeys the law. Each law is one property over
 * random attempts, most of which the process refuses.
 */
@StatisticsReport(onFailureOnly = true)
class DueProcessProperties {

    enum Kind {
        CONFIRM,
        REJECT,
        CHANGE,
        ISSUE,
        EFFECT,
        FILE,
        ANSWER,
        WAIT
    }

    /** One attempt; what a kind does not need it does not read. */
    record Attempt(
            Kind kind,
            int proceeding,
            String reviewer,
            int seen,
            int days,
            long seconds,
            Language language,
            int appeal) {}

    /** What came of attempts: everything kept, in order, and how often something was refused. */
    record Outcome(Office office, List<Proceeding> proceedings, List<ProcessEvent> kept, int refused) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, Kind.CONFIRM),
                                Tuple.of(1, Kind.REJECT),
                                Tuple.of(2, Kind.CHANGE),
                                Tuple.of(4, Kind.ISSUE),
                                Tuple.of(4, Kind.EFFECT),
                                Tuple.of(2, Kind.FILE),
                                Tuple.of(2, Kind.ANSWER),
                                Tuple.of(2, Kind.WAIT)),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.frequency(
                                Tuple.of(5, "person-1"),
                                Tuple.of(2, "person-2"),
                                Tuple.of(1, "engine"),
                                Tuple.of(1, "R-1001")),
                        Arbitraries.frequency(Tuple.of(2, 0), Tuple.of(3, 1), Tuple.of(3, 2)),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(-2, 2),
                        Arbitraries.of(Language.class),
                        Arbitraries.integers().between(1, 2))
                .as(Attempt::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(40);
    }

    private static Outcome tried(List<Attempt> attempts) {
        Office office = new Office();
        List<Proceeding> proceedings = List.of(office.suspension(), office.suspension(), office.warning());
        int refused = 0;
        for (Attempt attempt : attempts) {
            List<ProcessEvent> before = office.events();
            try {
                attempt(office, proceedings.get(attempt.proceeding()), attempt);
            } catch (DueProcessException e) {
                refused++;
                assertThat(office.events()).as("a refused step leaves nothing").isEqualTo(before);
            }
        }
        Outcome outcome = new Outcome(office, proceedings, office.events(), refused);
        office.trail.close();
        return outcome;
    }

    private static void attempt(Office office, Proceeding proceeding, Attempt attempt) {
        String[] evidence = proceeding.recommended().evidence().toArray(new String[0]);
        Judgement judgement = office.judgement(
                attempt.reviewer(), Arrays.copyOf(evidence, Math.min(attempt.seen(), evidence.length)));
        LocalDate day =
                LocalDate.ofInstant(office.clock.instant(), ZoneOffset.UTC).plusDays(attempt.days() - 1L);
        switch (attempt.kind()) {
            case CONFIRM -> office.process.confirm(proceeding, judgement);
            case REJECT -> office.process.reject(proceeding, judgement);
            case CHANGE ->
                office.process.change(
                        proceeding,
                        judgement,
                        attempt.days() == 0 ? null : SanctionAction.ORDER_LIMIT,
                        Office.DAY,
                        Office.DAY.plusDays(25L + attempt.days()));
            case ISSUE -> office.process.issueReasons(proceeding, attempt.language(), day);
            case EFFECT ->
                office.process.takeEffect(
                        proceeding, office.clock.instant().plusSeconds(attempt.seconds() + attempt.days() * 86_400L));
            case FILE -> office.process.fileAppeal(proceeding, "A-" + attempt.appeal(), "no", List.of());
            case ANSWER ->
                office.process.answerAppeal(
                        proceeding,
                        "A-" + attempt.appeal(),
                        judgement,
                        attempt.seen() == 0 ? AppealRuling.UPHELD : AppealRuling.REJECTED);
            case WAIT -> office.clock.plusSeconds(attempt.days() * 6 * 86_400L + attempt.seconds() + 2);
        }
    }

    private static Outcome varied(List<Attempt> attempts) {
        Outcome outcome = tried(attempts);
        for (Class<?> kind : List.of(
                Confirmed.class,
                Rejected.class,
                Changed.class,
                ReasonsIssued.class,
                TookEffect.class,
                AppealFiled.class,
                AppealAnswered.class)) {
            Statistics.label("kept " + kind.getSimpleName())
                    .collect(outcome.kept().stream().anyMatch(kind::isInstance))
                    .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
        }
        Statistics.label("refused")
                .collect(outcome.refused() > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
        return outcome;
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void no_recommendation_holds_without_a_person_who_saw_evidence(@ForAll("attempts") List<Attempt> attempts) {
        Outcome outcome = varied(attempts);
        List<ProcessEvent> before = new ArrayList<>();
        int held = 0;
        for (ProcessEvent event : outcome.kept()) {
            if (event instanceof TookEffect effect && effect.subject().about().equals("V-1")) {
                Review review = before.stream()
                        .filter(Review.class::isInstance)
                        .map(Review.class::cast)
                        .filter(each -> each.subject().equals(effect.subject()))
                        .findFirst()
                        .orElseThrow();
                assertThat(review).isNotInstanceOf(Rejected.class);
                assertThat(review.judgement().reviewer()).startsWith("person-").isEqualTo(effect.decidedBy());
                assertThat(review.judgement().seen()).isNotEmpty();
                assertThat(review.judgement().rationale()).isNotBlank();
                held++;
            }
            before.add(event);
        }
        Statistics.label("a suspension held")
                .collect(held > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void nobody_decides_twice(@ForAll("attempts") List<Attempt> attempts) {
        Outcome outcome = varied(attempts);
        assertThat(outcome.kept().stream().filter(Review.class::isInstance).map(event -> ((Review) event).subject()))
                .doesNotHaveDuplicates();
        assertThat(outcome.kept().stream()
                        .filter(TookEffect.class::isInstance)
                        .map(event -> ((TookEffect) event).subject()))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_rider_has_the_reasons_when_anything_begins_to_hold(@ForAll("attempts") List<Attempt> attempts) {
        Outcome outcome = varied(attempts);
        List<ProcessEvent> before = new ArrayList<>();
        for (ProcessEvent event : outcome.kept()) {
            if (event instanceof TookEffect effect) {
                assertThat(effect.reasonsIssuedAt()).isBeforeOrEqualTo(effect.effectiveFrom());
                assertThat(before)
                        .anyMatch(each -> each instanceof ReasonsIssued issued
                                && issued.subject().equals(effect.subject())
                                && issued.at().equals(effect.reasonsIssuedAt())
                                && !LocalDate.ofInstant(effect.effectiveFrom(), ZoneOffset.UTC)
                                        .isBefore(issued.effectiveOn()));
            }
            before.add(event);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void every_appeal_is_due_within_fourteen_days_and_a_late_answer_says_by_how_much(
            @ForAll("attempts") List<Attempt> attempts) {
        Outcome outcome = varied(attempts);
        Map<String, AppealFiled> filed = new HashMap<>();
        for (ProcessEvent event : outcome.kept()) {
            if (event instanceof AppealFiled appeal) {
                assertThat(appeal.answerBy()).isEqualTo(day(appeal.at()).plusDays(14));
                filed.put(appeal.subject() + appeal.appeal(), appeal);
            } else if (event instanceof AppealAnswered answer) {
                AppealFiled appeal = filed.get(answer.subject() + answer.appeal());
                long late = day(answer.at()).toEpochDay() - appeal.answerBy().toEpochDay();
                assertThat(answer.daysLate()).isEqualTo((int) Math.max(0, late));
                assertThat(answer.judgement().reviewer()).startsWith("person-");
                Statistics.label("answer").collect(late > 0 ? "late" : "in time");
            }
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void every_override_is_counted_once(@ForAll("attempts") List<Attempt> attempts) {
        Outcome outcome = varied(attempts);
        long overrides = outcome.kept().stream()
                .filter(event -> event instanceof Rejected || event instanceof Changed)
                .count();
        long reviews = outcome.kept().stream().filter(Review.class::isInstance).count();
        ReviewStatistics statistics = outcome.office().process.statistics().get("violations/1");
        assertThat(statistics == null ? 0 : statistics.overrides()).isEqualTo((int) overrides);
        assertThat(statistics == null ? 0 : statistics.reviews()).isEqualTo((int) reviews);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_statement_that_was_issued_has_every_field_of_a_notice(
            @ForAll("hostile") String evidence, @ForAll("hostile") String rationale, @ForAll Language language)
            throws Exception {
        Office office = new Office();
        Proceeding proceeding = office.proceeding(Office.violation("V-1", "RED_FRAUD", evidence));
        office.process.confirm(
                proceeding,
                new Judgement(
                        "person-1",
                        office.clock.instant(),
                        rationale,
                        List.of(new EvidenceSeen(evidence, office.clock.instant()))));
        StatementOfReasons statement = office.process.issueReasons(proceeding, language, Office.DAY);

        office.trail.close();
        assertThat(StatementOfReasonsTest.parts(StatementOfReasonsTest.parsed(statement.html())))
                .containsAll(StatementOfReasonsTest.FIELDS);
        Statistics.label("language").collect(language).coverage(coverage -> {
            for (Language each : Language.values()) {
                coverage.check(each).percentage(share -> share > 5);
            }
        });
        Statistics.label("markup")
                .collect((evidence + rationale).matches("(?s).*[<>&\"'].*"))
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(30),
                        Arbitraries.strings()
                                .withChars('<', '>', '&', '"', '\'', '/', '\n', '\u202e', '\u0000', 'a', '{', '}', ' ')
                                .ofMinLength(1)
                                .ofMaxLength(30))
                .map(text -> "x" + wellFormed(text));
    }

    /** The API refuses half a character; everything else goes. */
    private static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints().filter(c -> c < 0xD800 || c > 0xDFFF).forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
