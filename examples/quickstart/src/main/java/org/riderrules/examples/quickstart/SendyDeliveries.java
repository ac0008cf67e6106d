package org.riderrules.examples.quickstart;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

/** Single deliveries of the Sendy set, made into one window for each rider. */
final class SendyDeliveries implements FactsFormat {

    @Override
    public void read(Input input, LocalDate asOf, Collection<Topic> topics, Row.Sink sink) throws IOException {
        Nairobi nairobi = new Nairobi(asOf, topics);
        Map<String, List<Ride>> rides = RideReader.read(input, sink);
        PeerTimes peers =
                PeerTimes.of(rides.values().stream().flatMap(List::stream).toList());
        for (List<Ride> ofOneRider : rides.values()) {
            sink.accept(rider(nairobi, ofOneRider, peers));
        }
    }

    private static Row rider(Nairobi nairobi, List<Ride> rides, PeerTimes peers) {
        Ride first = rides.get(0);
        try {
            PerformanceWindow window = window(nairobi, rides, peers);
            return new Row.Rider(first.where(), nairobi.request(first.riderId(), List.of(window)));
        } catch (RiderRulesException e) {
            return Row.Unreadable.because(first.where(), e);
        }
    }

    private static PerformanceWindow window(Nairobi nairobi, List<Ride> rides, PeerTimes peers) {
        List<Ride> measured = rides.stream().filter(ride -> !ride.implausible()).toList();
        int total = rides.size();
        return nairobi.window()
                .completedOrders(total)
                .onTimeRate(rate(measured.stream().filter(peers::onTime).count(), measured.size()))
                .overtimeRate(rate(measured.stream().filter(peers::badlyLate).count(), measured.size()))
                .peakOrders((int) rides.stream().filter(Ride::peak).count())
                .implausibleArrivalRate(rate(total - measured.size(), total))
                .build();
    }

    /** Nothing measured is not zero: it is not known. */
    private static @Nullable Rate rate(long count, long total) {
        return total == 0 ? null : Rate.of(count, total);
    }
}
