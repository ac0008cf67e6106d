package org.riderrules.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.StringJoiner;
import org.riderrules.api.fact.Capacity;
import org.riderrules.engine.json.DecisionJson;

/**
 * Makes the sample: invented riders, ten for each market of the catalogue, on one day. The shares behind them are
 * published ones: of the offers, 13.1 % are refused (Meituan, 654 343 waybills); of the orders, about one in ten is
 * late and 1.16 % are cancelled by the rider (Rider-Info). Everything else is chosen so that most kinds of answers occur:
 * newcomers, thin samples, missing figures, earlier tiers, violations, training, days of work, claims. The same seed
 * gives the same file on every machine.
 */
public final class SampleGenerator {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    private static final long SEED = 20261101;
    private static final int RIDERS_OF_A_MARKET = 10;
    private static final String[] MARKETS = {"HK", "SA", "BR", "NL", "NBO"};

    private SampleGenerator() {}

    /**
     * Writes the sample.
     *
     * @param args the file
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("one argument is expected: the file to write");
        }
        Files.writeString(Path.of(args[0]), sample());
    }

    static String sample() {
        Random random = new Random(SEED);
        StringBuilder lines = new StringBuilder();
        for (String market : MARKETS) {
            for (int i = 1; i <= RIDERS_OF_A_MARKET; i++) {
                lines.append(line(String.format("%s-%03d", market, i), market, capacity(i), random))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static Capacity capacity(int i) {
        return i <= 6 ? Capacity.CROWDSOURCED : i <= 8 ? Capacity.FLEET : Capacity.DEDICATED;
    }

    private static String line(String riderId, String market, Capacity capacity, Random random) {
        StringJoiner facts = new StringJoiner(",", "[", "]");
        new SampleRider(market, capacity, AS_OF, random).facts().forEach(fact -> facts.add(DecisionJson.write(fact)));
        return "{\"riderId\":\"" + riderId + "\",\"market\":\"" + market + "\",\"capacity\":\"" + capacity
                + "\",\"asOf\":\"" + AS_OF + "\",\"facts\":" + facts + "}";
    }
}
