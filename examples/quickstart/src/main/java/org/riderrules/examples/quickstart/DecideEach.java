package org.riderrules.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.List;
import org.riderrules.api.Decision;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.engine.json.DecisionJson;

/**
 * Decides about one rider after the other, and keeps none of the decisions: they are counted, written and forgotten.
 * What cannot be read or decided is reported and counted, and the next row is taken.
 */
record DecideEach(
        TopicEngine engine, Writer decisions, Tally tally, Spotlight spotlight, Progress progress, PrintStream problems)
        implements Row.Sink {

    @Override
    public void accept(Row row) throws IOException {
        if (row instanceof Row.Unreadable unreadable) {
            tally.unreadable();
            report(unreadable.where(), unreadable.reason());
        } else if (row instanceof Row.Rider rider) {
            decide(rider);
            progress.another();
        }
    }

    private void decide(Row.Rider rider) throws IOException {
        List<Decision> made;
        try {
            made = engine.decideAll(rider.request());
        } catch (RiderRulesException e) {
            tally.failed();
            String who = "rider " + rider.request().riderId() + ", topic " + engine.failedTopic();
            report(rider.where(), who + ": " + e.getMessage());
            return;
        }
        for (Decision decision : made) {
            decisions.write(DecisionJson.write(decision));
            decisions.write('\n');
        }
        tally.decided(made);
        spotlight.offer(made);
    }

    private void report(String where, String what) {
        problems.println(where + ": " + what.replaceAll("\\s+", " ").strip());
    }
}
