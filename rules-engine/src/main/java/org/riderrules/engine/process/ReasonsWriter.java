package org.riderrules.engine.process;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.outcome.DeductionAssessed;
import org.riderrules.api.outcome.Detriment;
import org.riderrules.api.outcome.DetrimentRecommended;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.PointsAssessed;
import org.riderrules.api.outcome.SanctionRecommended;
import org.riderrules.api.outcome.WarningIssued;
import org.riderrules.api.process.Changed;
import org.riderrules.api.process.Review;

/** Writes one statement of reasons. For one thread. */
final class ReasonsWriter {
    private final Proceeding proceeding;
    private final Jurisdiction law;
    private final Wording words;
    private final List<Letter.Part> parts = new ArrayList<>();

    private ReasonsWriter(Proceeding proceeding, Jurisdiction law, Wording words) {
        this.proceeding = proceeding;
        this.law = law;
        this.words = words;
    }

    /**
     * Writes it.
     *
     * @param effectiveOn the day of effect that it announces
     * @param issuedAt when it is given to the rider
     * @throws DueProcessException when the pack has no text for a part of the notice in this language
     */
    static StatementOfReasons write(
            Proceeding proceeding, Jurisdiction law, Wording words, LocalDate effectiveOn, Instant issuedAt) {
        ReasonsWriter writer = new ReasonsWriter(proceeding, law, words);
        writer.write(effectiveOn, issuedAt);
        Letter letter = new Letter(words.language(), words.of("title"), writer.parts);
        return new StatementOfReasons(words.language(), letter.text(), letter.html());
    }

    private void write(LocalDate effectiveOn, Instant issuedAt) {
        Detriment detriment = proceeding.detriment();
        Because because = proceeding.decision().explanation().because((Outcome) proceeding.recommended());
        add("rider", proceeding.decision().riderId());
        add("decision", proceeding.subject().decision());
        add("market", proceeding.subject().market());
        add("issued", words.time(issuedAt, law.zone()));
        add("what", what(detriment));
        add("code", detriment.code() + " (" + detriment.about() + ")");
        add("reason", reason(because.grounds()));
        add("policy", detriment.policy());
        add("from", words.day(effectiveOn));
        add("until", words.day(detriment.validUntil()));
        add("remedy", text(because, detriment.remedy()));
        add("appeal", text(because, detriment.appealRoute()));
        add("appeal.by", words.day(detriment.appealBy()));
        add("appeal.answer", words.of("appeal.within", Map.of("days", Integer.toString(law.answerDays()))));
        add("records", detriment.evidence());
        Trail trail = Trail.behind(because.grounds());
        add("how", how(trail));
        add("data", trail.facts.stream().map(this::fact).toList());
        add("rules", rules(trail));
        who();
    }

    private void add(String key, String line) {
        add(key, List.of(line));
    }

    private void add(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add(new Letter.Part(key, words.of(key), lines));
        }
    }

    private String what(Detriment detriment) {
        if (detriment instanceof SanctionRecommended sanction) {
            return words.of("what." + sanction.action().name());
        }
        if (detriment instanceof DetrimentRecommended equivalent) {
            return words.of("what.EQUIVALENT", Map.of("code", equivalent.code()));
        }
        if (detriment instanceof PointsAssessed points) {
            return words.of("what.POINTS", Map.of("points", words.number(points.points())));
        }
        if (detriment instanceof DeductionAssessed deduction) {
            return words.of(
                    "what.DEDUCTION",
                    Map.of(
                            "amount",
                            words.number(deduction.amount()) + " "
                                    + deduction.currency().getCurrencyCode()));
        }
        if (detriment instanceof WarningIssued) {
            return words.of("what.WARNING");
        }
        throw new IllegalStateException("no words for " + detriment);
    }

    private String reason(Evidence grounds) {
        if (grounds instanceof Evidence.FiredRule rule) {
            return text(rule.reason(), rule.bindings());
        }
        throw incomplete("its reason");
    }

    private String text(Because because, String key) {
        Reason reason = because.texts().get(key);
        if (reason == null) {
            throw incomplete(key);
        }
        Map<String, String> bound = because.grounds() instanceof Evidence.FiredRule rule ? rule.bindings() : Map.of();
        return text(reason, bound);
    }

    private String text(Reason reason, Map<String, String> values) {
        if (!reason.templates().containsKey(words.language().tag())) {
            throw incomplete(reason.key());
        }
        return reason.text(words.locale(), values);
    }

    private DueProcessException incomplete(String missing) {
        return new DueProcessException(
                "notice-complete",
                "the notice for " + proceeding.subject() + " has no text for " + missing + " in "
                        + words.language().tag(),
                "add the text to the pack's messages and decide again");
    }

    private List<String> how(Trail trail) {
        List<String> lines = new ArrayList<>();
        for (Evidence.FiredRule rule : trail.rules) {
            if (rule.reason().templates().containsKey(words.language().tag())) {
                lines.add(rule.text(words.locale()));
            }
        }
        return lines.stream().distinct().toList();
    }

    private List<String> rules(Trail trail) {
        List<String> lines = new ArrayList<>();
        lines.add(words.of(
                "rules.version",
                Map.of(
                        "pack", proceeding.subject().pack(),
                        "version", Integer.toString(proceeding.subject().version()))));
        trail.rows.forEach(row -> lines.add(row.row().table() + " " + row.row().values() + ", "
                + row.row().where() + ", " + row.row().source()));
        trail.rules.forEach(
                rule -> lines.add(rule.rule().id() + ", " + rule.rule().file() + ":"
                        + rule.rule().line() + ", " + rule.rule().source()));
        return lines.stream().distinct().toList();
    }

    private void who() {
        Review review = proceeding.review();
        if (review == null) {
            add("who", words.of("who.software"));
            return;
        }
        List<String> all = proceeding.recommended().evidence();
        int seen = all.size() - proceeding.unseenEvidence().size();
        List<String> lines = new ArrayList<>();
        lines.add(words.of(
                "who.person",
                Map.of(
                        "reviewer", review.judgement().reviewer(),
                        "time", words.time(review.at(), law.zone()),
                        "seen", Integer.toString(seen),
                        "all", Integer.toString(all.size()))));
        if (review instanceof Changed) {
            lines.add(words.of("who.changed"));
        }
        add("who", lines);
        add("who.why", review.judgement().rationale());
    }

    /** A fact for people: what it is about and everything that is known of it. */
    private String fact(Fact fact) {
        StringJoiner known = new StringJoiner("; ", fact.identity() + ": ", "");
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            String value = shown(value(fact, component));
            if (!value.isEmpty()) {
                known.add(component.getName() + " " + value);
            }
        }
        return known.toString();
    }

    private String shown(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDate day) {
            return words.day(day);
        }
        if (value instanceof Instant instant) {
            return words.time(instant, law.zone());
        }
        if (value instanceof BigDecimal number) {
            return words.number(number);
        }
        if (value instanceof Integer number) {
            return words.number(BigDecimal.valueOf(number));
        }
        if (value instanceof Collection<?> items) {
            StringJoiner all = new StringJoiner(", ");
            items.forEach(each -> all.add(shown(each)));
            return all.toString();
        }
        return value.toString();
    }

    private static @Nullable Object value(Fact fact, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every fact is a public record", e);
        }
    }

    /** What lies behind an outcome, each once, the nearest first. */
    private static final class Trail {
        private final List<Evidence.FiredRule> rules = new ArrayList<>();
        private final List<Evidence.RowUsed> rows = new ArrayList<>();
        private final Set<Fact> facts = new LinkedHashSet<>();

        static Trail behind(Evidence grounds) {
            Trail trail = new Trail();
            Set<Evidence> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            Deque<Evidence> open = new ArrayDeque<>(List.of(grounds));
            while (!open.isEmpty()) {
                Evidence node = open.removeFirst();
                if (!seen.add(node)) {
                    continue;
                }
                if (node instanceof Evidence.FiredRule rule) {
                    trail.rules.add(rule);
                    open.addAll(rule.grounds());
                } else if (node instanceof Evidence.RowUsed row) {
                    trail.rows.add(row);
                } else if (node instanceof Evidence.FactUsed fact) {
                    trail.facts.add(fact.fact());
                }
            }
            return trail;
        }
    }
}
