package org.riderrules.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.riderrules.api.fact.Rate;
import org.riderrules.engine.pack.CsvRow;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.TableText;

/** The numbers and codes of the packs' own tables, for samples that lie where policy changes. */
final class Thresholds {
    private static final Pattern DECLARE = Pattern.compile("declare\\s+(\\w+)(.*?)\\bend\\b", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("(\\w+)\\s*:\\s*(\\w+)");

    private record Cell(String market, String column, String type, String text) {}

    private final List<Cell> cells = new ArrayList<>();
    private final Map<String, List<Map<String, String>>> rows = new HashMap<>();
    private final SortedSet<LocalDate> changes = new TreeSet<>();

    Thresholds(List<Pack> packs) {
        for (Pack pack : packs) {
            Map<String, String> types = types(pack);
            for (TableText table : pack.tables()) {
                for (CsvRow row : table.rows()) {
                    read(table, row, types);
                }
            }
            changes.add(pack.manifest().effective().from());
        }
    }

    private void read(TableText table, CsvRow row, Map<String, String> types) {
        List<String> header = table.header().stream()
                .map(org.riderrules.engine.pack.Cell::text)
                .toList();
        String market = header.contains("market")
                ? row.cells().get(header.indexOf("market")).text()
                : "*";
        Map<String, String> texts = new HashMap<>();
        rows.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(texts);
        for (int i = 0; i < header.size(); i++) {
            String text = row.cells().get(i).text();
            texts.put(header.get(i), text);
            String type = types.get(table.name() + "." + header.get(i));
            if (header.get(i).equals("from") || header.get(i).equals("until")) {
                if (!text.isEmpty()) {
                    changes.add(LocalDate.parse(text));
                }
            } else if (header.get(i).equals("scenario") && !text.equals("*") && !text.isEmpty()) {
                cells.add(new Cell(market, "scenario", "String", text));
            } else if (type != null && !text.isEmpty()) {
                cells.add(new Cell(market, header.get(i), type, text));
            }
        }
    }

    private static Map<String, String> types(Pack pack) {
        Map<String, String> types = new HashMap<>();
        pack.rules().forEach(file -> {
            String text = file.text().replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "");
            Matcher declare = DECLARE.matcher(text);
            while (declare.find()) {
                Matcher field = FIELD.matcher(declare.group(2));
                while (field.find()) {
                    types.put(declare.group(1) + "." + field.group(1), field.group(2));
                }
            }
        });
        return types;
    }

    /** The rows of a table that hold in a market on some day; none when there is no such table. */
    List<Map<String, String>> rows(String table, String market) {
        return rows.getOrDefault(table, List.of()).stream()
                .filter(row -> List.of("*", market).contains(row.getOrDefault("market", "*")))
                .toList();
    }

    /** Days on which some version or row begins or ends to hold. */
    SortedSet<LocalDate> changes() {
        return changes;
    }

    /** The rates of a market in columns whose names contain the word. */
    List<Rate> rates(String market, String word) {
        return values(market, word, Rate::parse, "Rate");
    }

    List<Integer> wholes(String market, String word) {
        return values(market, word, Integer::valueOf, "int", "Integer");
    }

    List<BigDecimal> decimals(String market, String word) {
        return values(market, word, BigDecimal::new, "BigDecimal");
    }

    List<String> texts(String market, String word) {
        return values(market, word, Function.identity(), "String");
    }

    private <T> List<T> values(String market, String word, Function<String, T> reader, String... types) {
        List<String> wanted = List.of(types);
        return cells.stream()
                .filter(cell -> cell.market().equals("*") || cell.market().equals(market))
                .filter(cell -> wanted.contains(cell.type()))
                .filter(cell -> cell.column().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .flatMap(cell -> Stream.of(reader.apply(cell.text())))
                .distinct()
                .toList();
    }
}
