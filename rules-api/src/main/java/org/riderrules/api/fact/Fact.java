package org.riderrules.api.fact;

/**
 * Something a host knows about a rider: a record of aggregates or events. A component that may be null says so; null
 * means <em>not known</em> and never counts as zero. All facts are immutable and thread-safe.
 */
@Personal
public sealed interface Fact
        permits Appeal,
                CareClaim,
                Delivery,
                Document,
                EarlierDecision,
                Engagement,
                Incident,
                Inspection,
                InspectionItem,
                Measure,
                PartnerRecord,
                PerformanceWindow,
                RiderProfile,
                SurveyAnswer,
                TrainingResult,
                Violation,
                WeatherDay,
                WorkLog {

    /**
     * What this fact is about, unique within a request: two facts of one identity must be equal, and then count once.
     */
    String identity();
}
