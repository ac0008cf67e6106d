package org.riderrules.examples.quickstart;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is on time where no time was promised: not slower than four of five rides of the same distance. Distances are
 * alike in whole kilometres, from 25 km on all of them; fewer than 100 rides are too few to compare with, and all rides
 * stand in for them. Rides at an implausible speed measure nothing and are left out. The 80th percentile lies between
 * two ride times in proportion, and is kept in fifths of a second, in which it is exact.
 */
final class PeerTimes {
    private static final int LONGEST_BIN = 25;
    private static final int ENOUGH = 100;

    private final Map<Integer, Long> fifthsByBin;
    private final long fifthsOfAll;

    private PeerTimes(Map<Integer, Long> fifthsByBin, long fifthsOfAll) {
        this.fifthsByBin = fifthsByBin;
        this.fifthsOfAll = fifthsOfAll;
    }

    static PeerTimes of(Collection<Ride> rides) {
        Map<Integer, int[]> bins = rides.stream()
                .filter(Predicate.not(Ride::implausible))
                .collect(Collectors.groupingBy(
                        PeerTimes::bin,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                same -> same.stream().mapToInt(Ride::seconds).toArray())));
        Map<Integer, Long> limits = new TreeMap<>();
        bins.forEach((bin, seconds) -> {
            if (seconds.length >= ENOUGH) {
                limits.put(bin, fourOfFive(seconds));
            }
        });
        int[] all = bins.values().stream().flatMapToInt(Arrays::stream).toArray();
        return new PeerTimes(limits, fourOfFive(all));
    }

    /** At most the 80th percentile of its peers. */
    boolean onTime(Ride ride) {
        return 5L * ride.seconds() <= limit(ride);
    }

    /** Longer than one and a half times the 80th percentile of its peers. */
    boolean badlyLate(Ride ride) {
        return 2 * 5L * ride.seconds() > 3 * limit(ride);
    }

    private long limit(Ride ride) {
        return fifthsByBin.getOrDefault(bin(ride), fifthsOfAll);
    }

    private static int bin(Ride ride) {
        return Math.min(ride.bin(), LONGEST_BIN);
    }

    /** The 80th percentile in fifths of a second; 0 of nothing. */
    private static long fourOfFive(int[] seconds) {
        if (seconds.length == 0) {
            return 0;
        }
        int[] sorted = seconds.clone();
        Arrays.sort(sorted);
        int fifths = 4 * (sorted.length - 1);
        int below = sorted[fifths / 5];
        int above = sorted[Math.min(fifths / 5 + 1, sorted.length - 1)];
        return 5L * below + (long) (fifths % 5) * (above - below);
    }
}
