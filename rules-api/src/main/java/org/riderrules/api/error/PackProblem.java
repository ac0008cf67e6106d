package org.riderrules.api.error;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a rule pack, told to its author.
 *
 * @param code a stable code in kebab case, for instance {@code table-unknown-column}
 * @param file the path within the pack source, for instance {@code tiering/v2/tables/TierThreshold.csv}
 * @param line the line, from 1; 0 when the problem concerns the whole file
 * @param column the column in characters, from 1; 0 when the problem concerns the whole line
 * @param rule the rule's name; null when the problem does not lie in a rule
 * @param what what is wrong, with the value
 * @param mend how to put it right
 */
public record PackProblem(
        String code,
        String file,
        int line,
        int column,
        @Nullable String rule,
        String what,
        String mend) implements Comparable<PackProblem> {

    private static final Comparator<PackProblem> ORDER = Comparator.comparing(PackProblem::file)
            .thenComparingInt(PackProblem::line)
            .thenComparingInt(PackProblem::column)
            .thenComparing(PackProblem::code)
            .thenComparing(PackProblem::what);

    /** A problem that concerns a whole file. */
    public static PackProblem inFile(String code, String file, String what, String mend) {
        return new PackProblem(code, file, 0, 0, null, what, mend);
    }

    /** A problem at a place in a file, outside any rule. */
    public static PackProblem at(String code, String file, int line, int column, String what, String mend) {
        return new PackProblem(code, file, line, column, null, what, mend);
    }

    /** Where the problem lies: {@code file:line:column}, as far as line and column are known. */
    public String where() {
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }

    /** Two lines: {@code file:line:column: code: what}, then how to mend it. Not to be parsed. */
    @Override
    public String toString() {
        return where() + ": " + code + ": " + (rule == null ? "" : "rule \"" + rule + "\": ") + what + "\n    " + mend;
    }

    /** By file, line, column, code and text. */
    @Override
    public int compareTo(PackProblem other) {
        return ORDER.compare(this, other);
    }
}
