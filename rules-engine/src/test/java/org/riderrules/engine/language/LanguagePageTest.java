package org.riderrules.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/language.md} says what the gates allow, because both are made from the same lists. */
class LanguagePageTest {
    private static final Path PAGE = Path.of("..", "docs", "language.md");

    @Test
    void The_page_for_authors_is_the_one_that_the_lists_give() throws IOException {
        String page = page();
        if (Boolean.getBoolean("riderrules.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("the lists have changed; look at what, then run"
                        + " mvn -pl rules-api,rules-engine test -Dtest=LanguagePageTest -Driderrules.regenerate=true")
                .hasContent(page);
        assertThat(page).contains("PerformanceWindow", "BigDecimal", "average");
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# What a rule may name\n\nMade from the lists that both gates use."
                + " Whatever is not here is refused, with file, line, column and what to write instead.\n\n");
        page.append("A rule has at most ")
                .append(Language.PATTERNS_PER_RULE)
                .append(" patterns, with comparisons, `in`, `contains`, `not`, `exists`, `forall` and `accumulate`;"
                        + " its right-hand side is one `insert( new T( ... ) );`.\n\n## Accumulate\n\n");
        for (Accumulation each : Accumulation.values()) {
            page.append("- `")
                    .append(each.written())
                    .append("`: ")
                    .append(each.meaning())
                    .append('\n');
        }
        for (ListedType.Group group : ListedType.Group.values()) {
            page.append("\n## ")
                    .append(group.name().toLowerCase(java.util.Locale.ROOT))
                    .append("\n\n");
            Language.standard().types(group).forEach(type -> {
                page.append("- `").append(type.type().getSimpleName()).append('`');
                String separator = ": ";
                for (ListedMember member : type.members()) {
                    page.append(separator).append('`').append(member.written()).append('`');
                    separator = ", ";
                }
                page.append('\n');
            });
        }
        return page.toString();
    }
}
