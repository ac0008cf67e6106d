package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Topic;

/**
 * Which version of which pack decides on which day, and in which order topics are decided. Immutable, thread-safe.
 */
public final class Timeline {
    private final List<Pack> packs;
    private final SortedMap<Topic, List<Pack>> byTopic;
    private final TopicOrder order;

    private Timeline(List<Pack> packs, SortedMap<Topic, List<Pack>> byTopic, TopicOrder order) {
        this.packs = packs;
        this.byTopic = byTopic;
        this.order = order;
    }

    /**
     * Lines packs up in time. The timeline is only to be used when no problem was reported.
     *
     * @param given all versions of all packs, in any order
     * @param problems told of each problem: versions that are there twice, overlap, leave a gap or supersede nothing;
     *     topics that follow each other in a circle, or one that nobody decides
     */
    public static Timeline of(List<Pack> given, Consumer<PackProblem> problems) {
        List<Pack> packs = given.stream()
                .sorted(Comparator.comparing(Pack::id).thenComparingInt(Pack::version))
                .toList();
        SortedMap<Topic, List<Pack>> byTopic = packs.stream()
                .collect(Collectors.groupingBy(
                        pack -> pack.manifest().topic(), TreeMap::new, Collectors.toUnmodifiableList()));
        byTopic.values().forEach(versions -> new TimelineChecks(versions, problems).all());
        return new Timeline(packs, Collections.unmodifiableSortedMap(byTopic), TopicOrder.of(packs, problems));
    }

    /** All packs, by name and version. */
    public List<Pack> packs() {
        return packs;
    }

    /**
     * The version that decides.
     *
     * @param topic what is to be decided
     * @param market where
     * @param asOf the effective day
     * @throws NoPackInForceException when there is none, saying what is covered
     */
    public Pack inForce(Topic topic, String market, LocalDate asOf) {
        for (Pack pack : byTopic.getOrDefault(topic, List.of())) {
            if (pack.manifest().effective().contains(asOf)
                    && pack.manifest().markets().contains(market)) {
                return pack;
            }
        }
        throw new NoPackInForceException(topic.name(), market, asOf.toString(), known(topic, market));
    }

    /** Every topic, each after those it follows; by name where that leaves a choice. */
    public List<Topic> order() {
        return order.topics();
    }

    /** The given topics in the order of {@link #order()}; topics that nobody decides come last, by name. */
    public List<Topic> order(Set<Topic> topics) {
        List<Topic> ordered = new ArrayList<>(order.topics());
        ordered.retainAll(topics);
        topics.stream().filter(topic -> !byTopic.containsKey(topic)).sorted().forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private String known(Topic topic, String market) {
        List<Pack> versions = byTopic.getOrDefault(topic, List.of());
        if (versions.isEmpty()) {
            return byTopic.isEmpty()
                    ? "no pack is loaded"
                    : "the loaded packs decide "
                            + byTopic.keySet().stream().map(Topic::name).collect(Collectors.joining(", "));
        }
        Set<String> markets = new TreeSet<>();
        versions.forEach(pack -> markets.addAll(pack.manifest().markets()));
        String periods = versions.stream()
                .filter(pack -> pack.manifest().markets().contains(market))
                .sorted(Comparator.comparing(pack -> pack.manifest().effective().start()))
                .map(pack -> pack.manifest().effective() + " (v" + pack.version() + ")")
                .collect(Collectors.joining(" and "));
        return topic + (periods.isEmpty() ? " does not cover " + market : " covers " + market + " " + periods)
                + "; markets: " + String.join(", ", markets);
    }

    /** Each topic with its versions: {@code tiering v1, v2; welfare v1}. */
    @Override
    public String toString() {
        return byTopic.entrySet().stream().map(Timeline::shown).collect(Collectors.joining("; "));
    }

    private static String shown(Map.Entry<Topic, List<Pack>> topic) {
        return topic.getKey() + " "
                + topic.getValue().stream().map(pack -> "v" + pack.version()).collect(Collectors.joining(", "));
    }
}
