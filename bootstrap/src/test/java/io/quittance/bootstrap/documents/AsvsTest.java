package io.quittance.bootstrap.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** OWASP's standard, line by line. */
@DisplayName("The table of ASVS")
class AsvsTest {
    private static final String PAGE = Sources.text(Sources.page("security/asvs.md"));
    private static final String THREATS = Sources.text(Sources.page("security/threats.md"));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (V[0-9][V0-9., ]*) \\| (\\w+) \\| (.*) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern PRIMITIVE = Pattern.compile(
            "\\b(?:Signature|Cipher|Mac|MessageDigest|Key\\w+|SSLContext|TrustManagerFactory|CertificateFactory)\\.getInstance\\(");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    /** The sections of version 5.0.0, and behind each the level of its lines, in their order. */
    private static final String LEVELS = """
        1.1 22, 1.2 1111122223, 1.3 112222222223, 1.4 222, 1.5 123, 2.1 122, 2.2 112, 2.3 12223, 2.4 23, 3.1 3, 3.2 113,
        3.3 12223, 3.4 11222233, 3.5 11122333, 3.6 3, 3.7 22333, 4.1 12233, 4.2 23333, 4.3 22, 4.4 1222, 5.1 2, 5.2 112333,
        5.3 113, 5.4 222, 6.1 122, 6.2 111111112222, 6.3 11223333, 6.4 112233, 6.5 22222333, 6.6 2223, 6.7 33, 6.8 2222,
        7.1 222, 7.2 1111, 7.3 22, 7.4 11222, 7.5 223, 7.6 22, 8.1 1233, 8.2 1123, 8.3 133, 8.4 23, 9.1 111, 9.2 1222,
        10.1 22, 10.2 223, 10.3 22223, 10.4 1111122222233333, 10.5 22222, 10.6 22, 10.7 222, 11.1 2233, 11.2 22233,
        11.3 11233, 11.4 1222, 11.5 23, 11.6 23, 11.7 33, 12.1 12233, 12.2 11, 12.3 22223, 13.1 2333, 13.2 222223,
        13.3 2233, 13.4 1222233, 14.1 22, 14.2 12223333, 14.3 122, 15.1 12233, 15.2 12233, 15.3 1222222, 15.4 3333,
        16.1 2, 16.2 22222, 16.3 2222, 16.4 222, 16.5 2223, 17.1 23, 17.2 22222333, 17.3 22\
        """;

    /** Of level 3, where keys and money are. */
    private static final Set<String> ALSO = Set.of("V4.1.5", "V2.3.5", "V14.2.6", "V14.2.7");

    private static final Set<String> ALSO_ALL_OF =
            Set.of("6.7", "11.1", "11.2", "11.3", "11.4", "11.5", "11.6", "11.7", "13.3", "15.4");

    private static Set<String> wanted() {
        Set<String> lines = new TreeSet<>(ALSO);
        for (String section : LEVELS.replace("\n", " ").split(", *")) {
            String[] parts = section.strip().split(" ");
            for (int i = 0; i < parts[1].length(); i++) {
                if (parts[1].charAt(i) < '3' || ALSO_ALL_OF.contains(parts[0])) {
                    lines.add("V" + parts[0] + "." + (i + 1));
                }
            }
        }
        return lines;
    }

    private static List<MatchResult> rows() {
        return ROW.matcher(PAGE).results().toList();
    }

    @Test
    void has_each_line_once_and_no_other() {
        Set<String> left = wanted();
        for (MatchResult row : rows()) {
            for (String id : row.group(1).split(", ")) {
                Set<String> meant = left.stream()
                        .filter(line -> line.equals(id) || line.startsWith(id + "."))
                        .collect(Collectors.toSet());
                assertTrue(!meant.isEmpty(), id + " is no line, or stands there twice");
                left.removeAll(meant);
            }
        }
        assertEquals(Set.of(), left);
    }

    @Test
    void says_of_each_line_how_it_stands_and_shows_what_is_met() {
        Set<String> words = Set.of("met", "none", "operator", "open");
        for (MatchResult row : rows()) {
            assertTrue(words.contains(row.group(2)), row.group());
            assertTrue(!row.group(3).isBlank(), row.group());
        }
    }

    @Test
    void names_tests_that_are_there_and_so_does_the_threat_model() {
        Set<String> tests = Sources.code(".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> named = Stream.of(PAGE, THREATS)
                .flatMap(page -> TEST.matcher(page).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() > 60, named.toString());
        named.removeAll(tests);
        assertEquals(Set.of(), named);
    }

    @Test
    void names_every_class_that_calls_a_primitive_and_no_other() {
        String list = PAGE.substring(PAGE.indexOf("\nPrimitives are called by "), PAGE.indexOf("\n## V12 "));
        Set<String> listed = CODE.matcher(list)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> calling = Sources.code(".java").stream()
                .filter(file -> Sources.name(file).contains("/src/main/"))
                .filter(file -> PRIMITIVE.matcher(Sources.text(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(calling, listed);
    }

    @Test
    void would_be_caught_if_a_line_were_missing() {
        assertTrue(wanted().size() > 250, Integer.toString(wanted().size()));
        assertTrue(wanted().containsAll(Set.of("V1.2.9", "V10.4.11", "V11.7.2", "V4.1.5")));
        assertTrue(wanted().stream().noneMatch(Set.of("V1.2.10", "V3.1.1", "V17.2.8")::contains));
    }
}
