package org.riderrules.engine.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Topic;

/**
 * Topics in the order they are decided in. A topic follows another when any of its versions says so: the order is the
 * same on every day. Immutable, thread-safe.
 *
 * @param topics every topic, each after those it follows
 */
record TopicOrder(List<Topic> topics) {

    static TopicOrder of(List<Pack> packs, Consumer<PackProblem> problems) {
        SortedMap<Topic, SortedSet<Topic>> follows = new TreeMap<>();
        packs.forEach(pack -> follows.computeIfAbsent(pack.manifest().topic(), first -> new TreeSet<>())
                .addAll(pack.manifest().follows()));
        for (Pack pack : packs) {
            for (Topic followed : pack.manifest().follows()) {
                if (!follows.containsKey(followed)) {
                    problems.accept(pack.manifest()
                            .place("follows")
                            .problem(
                                    "timeline-unknown-topic",
                                    pack.label() + " follows " + followed + ", which no pack decides",
                                    Nearest.mend(
                                            followed.name(),
                                            follows.keySet().stream()
                                                    .map(Topic::name)
                                                    .toList(),
                                            "topics")));
                }
            }
        }
        follows.values().forEach(followed -> followed.retainAll(follows.keySet()));
        return new TopicOrder(order(follows, packs, problems));
    }

    private static List<Topic> order(
            SortedMap<Topic, SortedSet<Topic>> follows, List<Pack> packs, Consumer<PackProblem> problems) {
        Set<Topic> ordered = new LinkedHashSet<>();
        List<Topic> waiting = new ArrayList<>(follows.keySet());
        while (!waiting.isEmpty()) {
            Topic next = waiting.stream()
                    .filter(topic -> ordered.containsAll(follows.getOrDefault(topic, new TreeSet<>())))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                circle(follows, waiting, packs, problems);
                ordered.addAll(waiting);
                break;
            }
            ordered.add(next);
            waiting.remove(next);
        }
        return List.copyOf(ordered);
    }

    private static void circle(
            SortedMap<Topic, SortedSet<Topic>> follows,
            List<Topic> waiting,
            List<Pack> packs,
            Consumer<PackProblem> problems) {
        // Every waiting topic follows a waiting one, so walking on must come back.
        List<Topic> walk = new ArrayList<>();
        Topic topic = waiting.get(0);
        while (!walk.contains(topic)) {
            walk.add(topic);
            topic = follows.getOrDefault(topic, new TreeSet<>()).stream()
                    .filter(waiting::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<Topic> circle = new ArrayList<>(walk.subList(walk.indexOf(topic), walk.size()));
        circle.add(topic);
        String shown = circle.stream().map(Topic::name).collect(Collectors.joining(" follows "));
        Topic first = topic;
        Topic second = circle.get(1);
        packs.stream()
                .filter(pack -> pack.manifest().topic().equals(first)
                        && pack.manifest().follows().contains(second))
                .findFirst()
                .ifPresent(pack -> problems.accept(pack.manifest()
                        .place("follows")
                        .problem(
                                "timeline-circle",
                                "topics follow each other in a circle: " + shown,
                                "take one of them out of follows; what one needs of the other must come as a fact")));
    }
}
