package org.riderrules.examples.quickstart;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads delivered orders from CSV with a header. A line is a record: a quote that is never closed spoils its own line
 * and no other.
 */
final class RideReader {
    static final List<String> COLUMNS = List.of("orderId", "riderId", "placed", "distanceKm", "rideSeconds");

    private static final BigDecimal LONGEST_KM = BigDecimal.valueOf(1_000);
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    private final Map<String, List<Ride>> rides = new LinkedHashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private List<String> header = List.of();

    static boolean isHeader(String line) {
        try {
            return fields(line).containsAll(COLUMNS);
        } catch (CsvParseException e) {
            return false;
        }
    }

    /** The rides of each rider, in the order of the file; lines that cannot be read go to the sink. */
    static Map<String, List<Ride>> read(Input input, Row.Sink sink) throws IOException {
        RideReader reader = new RideReader();
        try (Input.Lines lines = input.open()) {
            for (Input.Line line = lines.next(); line != null; line = lines.next()) {
                try {
                    reader.add(line);
                } catch (CsvParseException | IllegalArgumentException e) {
                    sink.accept(Row.Unreadable.because(line.where(), e));
                }
            }
        }
        return reader.rides;
    }

    private void add(Input.Line line) {
        if (!header.isEmpty()) {
            add(ride(line));
        } else if (isHeader(line.text())) {
            header = fields(line.text());
        } else {
            throw new IllegalArgumentException("this line stands before the header");
        }
    }

    private void add(Ride ride) {
        String before = orders.putIfAbsent(ride.orderId(), ride.where());
        if (before != null) {
            throw new IllegalArgumentException("order " + ride.orderId() + " was read before, from " + before);
        }
        rides.computeIfAbsent(ride.riderId(), id -> new ArrayList<>()).add(ride);
    }

    private Ride ride(Input.Line line) {
        Map<String, String> record = record(line.text());
        BigDecimal km = number(record, "distanceKm");
        BigDecimal seconds = number(record, "rideSeconds");
        if (km.signum() <= 0 || km.compareTo(LONGEST_KM) > 0) {
            throw new IllegalArgumentException("distanceKm is " + km + "; allowed: more than 0, at most 1000");
        }
        if (seconds.signum() < 0 || seconds.scale() > 0 || seconds.compareTo(SECONDS_OF_A_DAY) > 0) {
            throw new IllegalArgumentException("rideSeconds is " + seconds + "; allowed: whole seconds, 0 to 86400");
        }
        return new Ride(
                line.where(),
                text(record, "orderId"),
                text(record, "riderId"),
                time(record, "placed"),
                km,
                seconds.intValueExact());
    }

    private Map<String, String> record(String line) {
        List<String> fields = fields(line);
        if (fields.size() != header.size()) {
            throw new IllegalArgumentException(fields.size() + " fields; the header has " + header.size());
        }
        Map<String, String> record = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            record.put(header.get(i), fields.get(i));
        }
        return record;
    }

    private static List<String> fields(String line) {
        return CsvReader.builder().ofSingleCsvRecord(line).getFields();
    }

    private static String text(Map<String, String> record, String column) {
        String value = record.getOrDefault(column, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return value;
    }

    private static BigDecimal number(Map<String, String> record, String column) {
        String value = text(record, column);
        if (!value.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException(column + " is \"" + value + "\"; a number is expected");
        }
        return new BigDecimal(value);
    }

    private static LocalTime time(Map<String, String> record, String column) {
        String value = text(record, column);
        try {
            return LocalTime.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(column + " is \"" + value + "\"; a time such as 09:35:46 is expected");
        }
    }
}
