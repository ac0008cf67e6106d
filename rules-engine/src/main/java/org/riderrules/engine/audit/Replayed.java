package org.riderrules.engine.audit;

/** What came of a replay. Immutable, thread-safe. */
public sealed interface Replayed {

    /**
     * Evaluated again, the record gives the same bytes.
     *
     * @param sequence its place in the trail
     */
    record Same(long sequence) implements Replayed {}

    /**
     * It does not.
     *
     * @param sequence its place in the trail; 0 = not looked at as an entry
     * @param cause why, as far as it can be told
     * @param where the first place that differs, as a path in the body of the record; empty when nothing was compared
     * @param recorded what is recorded there
     * @param replayed what the replay gave there
     */
    record Different(long sequence, Cause cause, String where, String recorded, String replayed) implements Replayed {
        /** In one line, for people. */
        @Override
        public String toString() {
            return (sequence == 0 ? "" : "entry " + sequence + ": ") + cause + ": " + cause.meaning() + "; at "
                    + (where.isEmpty() ? "the record as a whole" : where) + ": recorded " + recorded + ", replayed "
                    + replayed;
        }
    }

    /** Why a replay gives something else. */
    enum Cause {
        /** The entry is no call of the engine, or one that was refused before anything was asked. */
        NO_DECISION("there is nothing to decide again"),
        /** The rider was erased, or the vault is another. */
        FACTS_ERASED("the facts cannot be opened: the rider was erased, or this is not the trail's vault"),
        /** The recorded facts do not give the recorded digest of facts. */
        FACTS_CHANGED("the facts are not those that were decided on"),
        /** No pack, or another version, decides the topic on that day here. */
        PACK_MISSING("the pack version that decided is not loaded here"),
        /** The version is loaded with other files. */
        PACK_CHANGED("the pack version that decided has other files here"),
        /** Another version of the engine decides, and it decides or records something else. */
        ENGINE_VERSION("another version of the engine decided"),
        /** Everything named is the same: a library below the engine, the Java platform, or a limit of time. */
        ENVIRONMENT("the same packs and facts in the same version of the engine decide otherwise here: look at the"
                + " libraries below it, the Java platform, and the budgets"),
        /** Facts, packs and decisions are the same, the sealed bytes are not. */
        RECORD_CHANGED("the decisions are the same, but the record is not the one that was written");

        private final String meaning;

        Cause(String meaning) {
            this.meaning = meaning;
        }

        /** What it means, in words. */
        public String meaning() {
            return meaning;
        }
    }
}
