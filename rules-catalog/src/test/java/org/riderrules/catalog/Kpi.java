package org.riderrules.catalog;

import java.math.BigDecimal;
import java.util.Arrays;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;

/** The KPIs of a performance window, and which way is better. */
enum Kpi {
    COMPLETED_ORDERS("completedOrders", "Orders", true),
    ACTIVE_DAYS("activeDays", "Days", true),
    PEAK_ORDERS("peakOrders", "Peak", true),
    ON_TIME("onTimeRate", "OnTime", true),
    OVERTIME("overtimeRate", "Overtime", false),
    COMPLAINTS("complaintRate", "Complaint", false),
    SATISFACTION("satisfactionRate", "Satisfaction", true),
    RATING("customerRating", "Rating", true),
    COMPLETION("completionRate", "Completion", true),
    REFUSAL("refusalRate", "Refusal", false),
    LAPSED("lapsedRate", "Lapsed", false),
    EQUIPMENT("equipmentComplianceRate", "Equipment", true),
    INCIDENTS("safetyIncidentRate", "Incident", false);

    private final String field;
    private final String column;
    private final boolean moreIsBetter;

    Kpi(String field, String column, boolean moreIsBetter) {
        this.field = field;
        this.column = column;
        this.moreIsBetter = moreIsBetter;
    }

    String field() {
        return field;
    }

    /** A word that names of columns with its thresholds contain. */
    String column() {
        return column;
    }

    Class<?> type() {
        return Arrays.stream(PerformanceWindow.class.getRecordComponents())
                .filter(each -> each.getName().equals(field))
                .findFirst()
                .orElseThrow()
                .getType();
    }

    Comparable<?> of(PerformanceWindow window) {
        return (Comparable<?>) With.value(window, field);
    }

    PerformanceWindow set(PerformanceWindow window, Object value) {
        return With.value(window, field, value);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    boolean isBetter(Comparable value, Comparable than) {
        return moreIsBetter ? value.compareTo(than) > 0 : value.compareTo(than) < 0;
    }

    Comparable<?> best() {
        return extreme(moreIsBetter);
    }

    Comparable<?> worst() {
        return extreme(!moreIsBetter);
    }

    private Comparable<?> extreme(boolean most) {
        if (type() == Rate.class) {
            return Rate.of(most ? 1 : 0, 1);
        }
        if (type() == BigDecimal.class) {
            return most ? BigDecimal.valueOf(5) : BigDecimal.ZERO;
        }
        return most ? (this == ACTIVE_DAYS ? 400 : 100_000) : 0;
    }
}
