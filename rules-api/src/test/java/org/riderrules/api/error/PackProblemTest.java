package org.riderrules.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackProblemTest {
    private static final PackProblem CELL =
            PackProblem.at("cell-value", "tiering/v1/tables/T.csv", 12, 3, "\"ninety\" is no rate", "write 0.9");
    private static final PackProblem FILE =
            PackProblem.inFile("file-missing", "tiering/v1/messages/ar.properties", "there is no such file", "add it");

    @Test
    void A_problem_is_told_with_place_code_and_mend() {
        assertThat(CELL).hasToString("tiering/v1/tables/T.csv:12:3: cell-value: \"ninety\" is no rate\n    write 0.9");
        assertThat(FILE)
                .hasToString("tiering/v1/messages/ar.properties: file-missing: there is no such file\n    add it");
        assertThat(new PackProblem("no-reason", "a.drl", 7, 0, "A rider may.", "no @reason", "add one"))
                .hasToString("a.drl:7: no-reason: rule \"A rider may.\": no @reason\n    add one");
    }

    @Test
    void Problems_are_ordered_by_place() {
        PackProblem later = PackProblem.at("cell-value", "tiering/v1/tables/T.csv", 100, 1, "x", "y");
        assertThat(List.of(later, CELL, FILE).stream().sorted()).containsExactly(FILE, CELL, later);
    }

    @Test
    void All_problems_are_in_the_message_and_none_is_loaded() {
        PackProblemsException thrown = new PackProblemsException("directory packs", List.of(CELL, FILE));
        assertThat(thrown).hasMessage("2 problems in directory packs, nothing loaded:\n" + FILE + "\n" + CELL);
        assertThat(thrown.problems()).containsExactly(FILE, CELL);
        assertThat(new PackProblemsException("jar", List.of(CELL))).hasMessageStartingWith("1 problem in jar,");
    }

    @Test
    void Errors_survive_Java_serialisation_with_their_message() throws Exception {
        for (RiderRulesException error : List.of(
                new PackProblemsException("jar", List.of(CELL)),
                new InvalidValueException("T", "f", "1", "2 to 3"),
                new InvalidRequestException("f", "what", "mend"),
                new NoPackInForceException("tiering", "HK", "2026-11-01", "none"),
                new BudgetExceededException("tiering v1", "none", BudgetExceededException.Budget.FIRINGS, "10 firings"),
                new PackQuarantinedException("tiering v1", "sha256:00", 5, Instant.EPOCH, "too many firings"))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(error);
            Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            assertThat((Throwable) read).hasSameClassAs(error).hasMessage(error.getMessage());
        }
    }

    @Test
    void Every_error_is_told_in_full() {
        assertThat(new NoPackInForceException("tiering", "HK", "2026-11-01", "v1 from 2027-01-01 in HK"))
                .hasMessage(
                        "no version of a pack decides tiering in market HK on 2026-11-01; v1 from 2027-01-01 in HK");
        assertThat(new BudgetExceededException(
                        "tiering v1", "tiering.loop", BudgetExceededException.Budget.DEADLINE, "2 seconds"))
                .hasMessage("pack tiering v1, rule tiering.loop: exceeded the budget of 2 seconds; give fewer facts, or"
                        + " more time when the machine is busy");
        BudgetExceededException full = new BudgetExceededException(
                "tiering v1", "none", BudgetExceededException.Budget.MEMORY, "the host's heap", false);
        assertThat(full).hasMessageContaining("the pack had used little of it, so the machine may be at fault");
        assertThat(full.faultOfThePack()).isFalse();
        assertThat(new PackQuarantinedException("tiering v1", "sha256:00", 5, Instant.EPOCH, "too many firings"))
                .hasMessageContainingAll(
                        "tiering v1", "sha256:00", "1970-01-01T00:00:00Z", "5 riders", "too many firings", "release");
        assertThat(new InvalidRequestException("facts", "two differ", "give one").getMessage())
                .isEqualTo("facts: two differ; give one");
    }
}
