package org.riderrules.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.riderrules.api.fact.Topic;

/**
 * The id of a decision: {@code <topic>:<sequence>:<16 hex digits>}. The digits are the first of
 * {@code SHA-256(content || "\n" || sequence || "\n" || topic)}, where {@code content} is the SHA-256 of the record's
 * bytes before {@code ,"decisions":}, which hold the trail's name and everything decided. No clock and no chance: the
 * same record in the same place gives the same id on every machine.
 */
final class DecisionId {
    private static final int SHOWN = 8;

    private DecisionId() {}

    static List<String> of(byte[] content, long sequence, List<Topic> topics) {
        List<String> ids = new ArrayList<>(topics.size());
        for (Topic topic : topics) {
            MessageDigest digest = Sha256.fresh();
            digest.update(content);
            digest.update(("\n" + sequence + "\n" + topic).getBytes(StandardCharsets.US_ASCII));
            ids.add(topic + ":" + sequence + ":" + HexFormat.of().formatHex(digest.digest(), 0, SHOWN));
        }
        return ids;
    }
}
