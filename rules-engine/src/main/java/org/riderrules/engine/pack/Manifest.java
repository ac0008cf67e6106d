package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Topic;

/**
 * What {@code pack.json} says about one version of a pack. Made by {@link ManifestReader}. Immutable, thread-safe.
 *
 * @param file the path of {@code pack.json} within the source
 * @param id the pack's name; that of its topic and of the folder above the version
 * @param version the version, 1 or more; that of the folder
 * @param topic what the pack decides
 * @param title what the pack is about, for people
 * @param effective the days the version decides on; {@code from} is always given
 * @param published the day the policy was published
 * @param markets the markets it holds for, at least one, as written
 * @param needs what must be known before anything is decided
 * @param follows topics whose outcomes are facts here
 * @param optionalTables tables that need not have a row for every market, capacity and day
 * @param withhold fields that rules must not see in some markets
 * @param equivalent outcomes that some markets hold to be as hard as a suspension
 * @param owner who answers for the policy
 * @param source where the policy is written
 * @param supersedes the version it replaces, for instance {@code tiering v1}; null for none
 * @param places where each key of {@code pack.json} stands
 */
public record Manifest(
        String file,
        String id,
        int version,
        Topic topic,
        String title,
        Period effective,
        LocalDate published,
        List<String> markets,
        List<Need> needs,
        List<Topic> follows,
        List<String> optionalTables,
        List<Withhold> withhold,
        List<Equivalent> equivalent,
        String owner,
        String source,
        @Nullable String supersedes,
        SortedMap<String, Place> places) {

    /** Copies the lists and the map. */
    public Manifest {
        markets = List.copyOf(markets);
        needs = List.copyOf(needs);
        follows = List.copyOf(follows);
        optionalTables = List.copyOf(optionalTables);
        withhold = List.copyOf(withhold);
        equivalent = List.copyOf(equivalent);
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /** Pack and version, for instance {@code tiering v2}. */
    public String label() {
        return label(id, version);
    }

    /** Where a key of {@code pack.json} stands; the file as a whole when the key is not there. */
    public Place place(String key) {
        return places.getOrDefault(key, new Place(file, 0, 0));
    }

    static String label(String id, int version) {
        return id + " v" + version;
    }
}
