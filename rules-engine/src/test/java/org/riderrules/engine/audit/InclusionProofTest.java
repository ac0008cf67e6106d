package org.riderrules.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.trust.SigningKey;
import org.riderrules.engine.trust.VerifyingKey;

class InclusionProofTest {
    private static final List<VerifyingKey> KEYS = List.of(Fixed.KEY.verifyingKey());

    private final MemoryStore store = new MemoryStore();
    private final AuditTrail trail =
            Fixed.trail(store, new MemoryVault()).checkpointEvery(5).open();

    private void record(int calls) {
        TrailSamples samples = new TrailSamples(calls);
        for (int i = 0; i < calls; i++) {
            samples.recordIn(trail);
        }
    }

    @Test
    void Every_entry_that_a_checkpoint_covers_can_be_shown_alone() {
        record(17);
        trail.close();
        List<AuditEntry> entries = trail.entries(EntryQuery.all()).toList();
        assertThat(entries).hasSize(17 + 4 + 1);
        for (AuditEntry entry : entries.subList(0, entries.size() - 1)) {
            InclusionProof proof = InclusionProof.read(trail.prove(entry).json());
            assertThat(proof.verify(KEYS)).isInstanceOfSatisfying(InclusionProof.Included.class, included -> {
                assertThat(included.entry()).isEqualTo(entry);
                assertThat(included.chain()).isEqualTo("decisions");
                assertThat(included.checkpoint()).isGreaterThan(entry.sequence());
            });
        }
        assertThat(trail.prove(entries.get(entries.size() - 1))).isNull();
    }

    @Test
    void A_proof_shows_nothing_of_other_records() {
        record(4);
        trail.checkpoint();
        AuditEntry first = store.calls().get(0);
        String proof = trail.prove(first).json();
        for (AuditEntry other : store.calls().subList(1, 4)) {
            assertThat(proof)
                    .doesNotContain(other.keys().rider())
                    .doesNotContain(other.keys().decisions().get(0))
                    .doesNotContain(other.text());
        }
    }

    @Test
    void What_is_not_signed_yet_can_be_shown_after_a_checkpoint() {
        record(2);
        AuditEntry second = store.calls().get(1);
        assertThat(trail.prove(second)).isNull();
        assertThat(trail.checkpoint().sequence()).isEqualTo(3);
        assertThat(trail.prove(second).verify(KEYS)).isInstanceOf(InclusionProof.Included.class);
    }

    @Test
    void A_record_that_was_changed_does_not_lead_to_the_signed_root() {
        record(3);
        trail.checkpoint();
        String proof = trail.prove(store.calls().get(1)).json();
        int at = proof.lastIndexOf("\"recordedAt\":\"2026");
        String forged = proof.substring(0, at) + proof.substring(at).replace("2026", "2025");
        assertThat(InclusionProof.read(forged).verify(KEYS))
                .isInstanceOfSatisfying(
                        InclusionProof.NotShown.class,
                        not -> assertThat(not.why()).startsWith("the record is not the one that was signed"));
    }

    @Test
    void A_record_in_another_place_is_not_shown() {
        record(4);
        trail.checkpoint();
        String first = trail.prove(store.calls().get(0)).json();
        String second = store.calls().get(1).text();
        String swapped = first.substring(0, first.indexOf("\"record\":")) + "\"record\":" + second + "}";
        assertThat(InclusionProof.read(swapped).verify(KEYS)).isInstanceOf(InclusionProof.NotShown.class);
    }

    @Test
    void A_checkpoint_of_somebody_else_is_not_believed() {
        record(2);
        trail.checkpoint();
        InclusionProof proof = trail.prove(store.calls().get(0));
        SigningKey other = SigningKey.generate(Fixed.random(2));
        assertThat(proof.verify(List.of(other.verifyingKey())))
                .isEqualTo(new InclusionProof.NotShown("the checkpoint cannot be believed: it is signed by the key "
                        + Fixed.KEY.verifyingKey().id() + ", which is none of those given"));
    }

    @Test
    void An_erased_rider_leaves_proofs_as_they_were() {
        record(3);
        trail.checkpoint();
        AuditEntry entry = store.calls().get(0);
        String before = trail.prove(entry).json();
        String rider = trail.open(entry).call().request().riderId();
        assertThat(trail.erase(rider)).isTrue();
        assertThat(trail.open(entry)).isNull();
        assertThat(trail.prove(entry).json()).isEqualTo(before);
        assertThat(InclusionProof.read(before).verify(KEYS)).isInstanceOf(InclusionProof.Included.class);
    }

    @Test
    void What_is_no_proof_is_refused_by_name() {
        for (String text : List.of("", "{}", "{\"checkpoint\":{}}", "null", "{\"checkpoint\":\"x\",\"path\":[]}")) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> InclusionProof.read(text))
                    .satisfies(refused -> assertThat(refused.field()).startsWith("proof"));
        }
    }
}
