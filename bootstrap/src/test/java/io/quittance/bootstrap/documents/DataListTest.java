package io.quittance.bootstrap.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever adds a column decides here whether it holds what is personal. */
@DisplayName("The list of what is personal")
class DataListTest {
    private static final Pattern TABLE =
            Pattern.compile("create table (?:if not exists )?(\\w+) \\((.*?)\\n\\s*\\) ", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("\\n\\s+(?!primary |unique |key |constraint |foreign |partition )([a-z]\\w*)\\s+[a-z]+");
    private static final Pattern ADDED = Pattern.compile("addColumn\\(\"(\\w+)\", \"(\\w+)\"");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    /** As {@code payout.amount}. */
    private static Set<String> made() {
        Set<String> columns = new TreeSet<>();
        Stream.concat(
                        Sources.code(".sql").stream(),
                        Sources.code(".java").stream()
                                .filter(file -> Sources.name(file).endsWith("/database/SchemaChanges.java")))
                .filter(file -> !Sources.name(file).contains("/src/test/"))
                .map(Sources::text)
                .forEach(text -> columns.addAll(columns(text)));
        return columns;
    }

    private static Set<String> columns(String text) {
        Set<String> columns = new TreeSet<>();
        TABLE.matcher(text)
                .results()
                .forEach(table -> COLUMN.matcher(table.group(2))
                        .results()
                        .forEach(column -> columns.add(table.group(1) + "." + column.group(1))));
        ADDED.matcher(text).results().forEach(added -> columns.add(added.group(1) + "." + added.group(2)));
        return columns;
    }

    /** Each as often as it stands there. */
    private static List<String> listed(Path page) {
        String text = Sources.text(page);
        List<String> columns = new ArrayList<>();
        text.substring(text.indexOf("\n## Data\n"), text.indexOf("\n## The edge\n"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> CODE.matcher(cells[2])
                        .results()
                        .forEach(column -> columns.add(cells[1].strip().replace("`", "") + "." + column.group(1))));
        return columns.stream().sorted().toList();
    }

    @Test
    void names_every_column_of_every_table_once_and_no_other() {
        assertEquals(
                List.copyOf(made()),
                listed(Sources.page("security.md")),
                "docs/security.md, Data: say of a new column whether it holds what is personal, or that it does not");
    }

    @Test
    void would_be_caught_if_it_did_not() {
        assertTrue(made().size() > 250, made().toString());
        assertTrue(made().containsAll(List.of("payout.particulars_body", "merchant.hosts", "endpoint.url")));
        assertEquals(
                Set.of("t.a", "t.b_c", "u.d"),
                columns("create table if not exists t (\n"
                        + "  a   bigint not null,\n"
                        + "  b_c varchar(2),\n"
                        + "  key k (a)\n"
                        + ") engine ... addColumn(\"u\", \"d\", \"int\")"));
    }
}
