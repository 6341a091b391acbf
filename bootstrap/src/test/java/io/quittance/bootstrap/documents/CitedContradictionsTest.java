package io.quittance.bootstrap.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A contradiction that is cited")
class CitedContradictionsTest {
    private static final Path PAGE = Sources.page("protocol/contradictions.md");

    /** A letter and one or two digits, as {@code C7}: what a comment cites. */
    private static final Pattern KEY = Pattern.compile("\\b[A-G][0-9]{1,2}\\b");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-G][0-9]{1,2}) \\|");

    @Test
    void stands_on_the_page() {
        assertEquals(Map.of(), missing(explained(Sources.text(PAGE)), cited()));
    }

    @Test
    void has_one_row_and_no_more() {
        List<String> rows = explained(Sources.text(PAGE));

        assertEquals(Set.copyOf(rows).size(), rows.size(), "keys that stand there twice: " + rows);
    }

    /** Without this the first test would also pass if nothing were read. */
    @Test
    void was_really_looked_for() {
        Map<String, Set<String>> cited = cited();

        assertTrue(cited.size() >= 40, "only " + cited.keySet());
        assertTrue(cited.getOrDefault("E15", Set.of()).stream().anyMatch(file -> file.endsWith("CardInfo.java")));
        assertTrue(cited.getOrDefault("D15", Set.of()).contains("docs/protocol/payout-query.md"));
    }

    @Nested
    class In_a_sample {
        @Test
        void is_found_in_every_kind_of_comment() {
            String source = """
                /** The page says one thing, the sample another: C98. */
                String a; // see D97 and
                /* E96 */
                """;

            assertEquals(Set.of("C98", "D97", "E96"), keys(Prose.ofJava(source)));
            assertEquals(Set.of("B95"), keys(Prose.ofSql("create table t (a int); -- B95\n")));
            assertEquals(Set.of("A94"), keys(Prose.ofPage("Some text (A94).\n")));
        }

        @Test
        void is_nothing_that_only_looks_alike() {
            String source = """
                String a = "C1 // D2", b = "\\\\"; // {@code E3}, ABC1, C123, #F4F, 0xB2B
                char c = '"'; String d = "%C3%A9 /* E9 */"; var A1 = B2;
                """;

            assertEquals(Set.of(), keys(Prose.ofJava(source)));
            assertEquals(Set.of(), keys(Prose.ofPage("Put `C1` there:\n\n    curl D2\n\n```\nE3\n```\n")));
        }

        @Test
        void is_missed_where_the_page_does_not_have_it() {
            List<String> explained = explained("| key | |\n| C7 | one side |\nC8 is only named.\n");

            assertEquals(
                    Map.of("C8", Set.of("X.java")),
                    missing(explained, Map.of("C7", Set.of("X.java"), "C8", Set.of("X.java"))));
        }
    }

    private static Map<String, Set<String>> missing(List<String> explained, Map<String, Set<String>> cited) {
        Map<String, Set<String>> missing = new TreeMap<>(cited);
        explained.forEach(missing::remove);
        return missing;
    }

    private static List<String> explained(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    /** Each key, and the files that cite it. */
    private static Map<String, Set<String>> cited() {
        Map<String, Set<String>> cited = new TreeMap<>();
        cite(cited, Sources.code(".java"), Prose::ofJava);
        cite(cited, Sources.code(".sql"), Prose::ofSql);
        cite(cited, Sources.pages().stream().filter(page -> !page.equals(PAGE)).toList(), Prose::ofPage);
        return cited;
    }

    private static void cite(Map<String, Set<String>> cited, List<Path> files, UnaryOperator<String> prose) {
        for (Path file : files) {
            keys(prose.apply(Sources.text(file)))
                    .forEach(key ->
                            cited.computeIfAbsent(key, _ -> new TreeSet<>()).add(Sources.name(file)));
        }
    }

    private static Set<String> keys(String prose) {
        return KEY.matcher(prose).results().map(key -> key.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
