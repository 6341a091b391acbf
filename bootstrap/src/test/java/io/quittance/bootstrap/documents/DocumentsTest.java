package io.quittance.bootstrap.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Decisions in {@code docs/adr} tell how things were when they were taken; they are never rewritten, so not compared. */
@DisplayName("The documents")
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    /** The name of a class, of two words or more, but no beginning of one. */
    private static final Pattern CLASS = Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+\\b(?!…)");

    /** A package as the pages name it: module, feature, and sometimes a class; or a file from the top. */
    private static final Pattern PLACE =
            Pattern.compile("(?<![\\w/-])(?:domain|application|http|persistence|bootstrap)(?:/[\\w.-]+)+");

    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|record|interface|enum|@interface) ([A-Z][A-Za-z0-9]+)");

    private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern SETTING = Pattern.compile("\\bQUITTANCE(?:_[A-Z]+)+\\b");

    /** Classes of the JDK, and names on PayerMax's pages. */
    private static final Set<String> ELSEWHERE =
            Set.of("AmazonCorrettoCryptoProvider", "OutOfMemoryError", "RefundResultNotifyUrl");

    @Test
    void link_only_to_what_there_is() {
        Set<String> dead = new TreeSet<>();
        for (Path page : Sources.pages()) {
            LINK.matcher(Prose.ofPage(Sources.text(page))).results().forEach(link -> {
                if (!link.group(1).startsWith("http") && !leads(page, link.group(1), link.group(2))) {
                    dead.add(Sources.name(page) + ": " + link.group());
                }
            });
        }

        assertEquals(Set.of(), dead);
    }

    @Test
    void name_only_classes_that_there_are() {
        Set<String> known = types();
        assertTrue(known.size() > 300, "only " + known.size() + " types were found");

        assertEquals(Set.of(), named(CLASS, name -> known.contains(name) || ELSEWHERE.contains(name)));
    }

    @Test
    void name_only_places_that_there_are() {
        Set<String> known = packages();
        assertTrue(known.size() > 50, "only " + known.size() + " packages were found");

        assertEquals(Set.of(), named(PLACE, place -> exists(place, known)));
    }

    @Test
    void list_every_setting_and_no_other() {
        Stream<Path> readers = Stream.concat(
                Stream.of(Sources.ROOT.resolve("quittance")),
                Stream.of(".java", ".xml").flatMap(ending -> Sources.code(ending).stream()));
        Set<String> read = readers.filter(file -> !Sources.name(file).contains("/src/test/"))
                .flatMap(file -> settings(Sources.text(file)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Sources.text(Sources.page("operations.md"))
                .lines()
                .filter(line -> line.startsWith("| `QUITTANCE_"))
                .flatMap(line -> settings(line.split("\\|")[1]))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(read, listed);
    }

    @Test
    void list_every_table_and_no_other() {
        Set<String> made = Stream.concat(
                        Sources.code(".sql").stream(),
                        Sources.code(".java").stream()
                                .filter(file -> Sources.name(file).endsWith("/database/SchemaChanges.java")))
                .filter(file -> !Sources.name(file).contains("/src/test/"))
                .flatMap(file -> TABLE.matcher(Sources.text(file)).results())
                .map(table -> table.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        made.add("schema_history");
        String page = Sources.text(Sources.page("architecture.md"));
        Set<String> listed = page.substring(page.indexOf("\n## Tables\n"), page.indexOf("\n## Promises"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> CODE.matcher(line.split("\\|")[1]).results())
                .map(table -> table.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(made, listed);
    }

    @Test
    void would_be_caught_if_they_did_not() {
        Path page = Sources.page("architecture.md");

        assertTrue(leads(page, "glossary.md", null));
        assertTrue(!leads(page, "nowhere.md", null));
        assertTrue(!leads(page, "glossary.md", "no-such-heading"));
        assertEquals(List.of("NoSuchClass"), unknown("`NoSuchClass.of`", CLASS, types()::contains));
        assertEquals(
                List.of("http/nowhere"),
                unknown(
                        "read `http/nowhere` and `http/capture/CaptureWire`",
                        PLACE,
                        place -> exists(place, packages())));
    }

    /** @param heading the anchor behind the address, or null */
    private static boolean leads(Path page, String address, String heading) {
        Path target = address.isEmpty() ? page : page.resolveSibling(address).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return heading == null || headings(Sources.text(target)).contains(heading);
    }

    /** What a build makes is not there before it. */
    private static boolean exists(String place, Set<String> packages) {
        return packages.contains(place.replaceFirst("/[A-Z]\\w*$", ""))
                || place.contains("/target/")
                || Files.exists(Sources.ROOT.resolve(place));
    }

    private static Set<String> headings(String page) {
        return page.lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(Pattern pattern, Predicate<String> known) {
        Set<String> unknown = new TreeSet<>();
        for (Path page : Sources.pages()) {
            if (!Sources.name(page).startsWith("docs/adr/")) {
                unknown(Sources.text(page), pattern, known)
                        .forEach(name -> unknown.add(Sources.name(page) + ": " + name));
            }
        }
        return unknown;
    }

    private static List<String> unknown(String page, Pattern pattern, Predicate<String> known) {
        return CODE.matcher(page)
                .results()
                .flatMap(code -> pattern.matcher(code.group(1)).results())
                .map(name -> name.group())
                .filter(name -> !known.test(name))
                .distinct()
                .toList();
    }

    private static Stream<String> settings(String text) {
        return SETTING.matcher(text).results().map(setting -> setting.group());
    }

    /** The names of all types, nested ones and those of tests too. */
    private static Set<String> types() {
        return Sources.code(".java").stream()
                .flatMap(file -> TYPE.matcher(Sources.text(file)).results().map(type -> type.group(1)))
                .collect(Collectors.toSet());
    }

    /** All packages of the product, from the module's short name on, as {@code http/capture}. */
    private static Set<String> packages() {
        return Sources.code("package-info.java").stream()
                .map(file -> Sources.name(file.getParent()))
                .filter(name -> name.contains("/main/java/io/quittance/"))
                .map(name -> name.replaceFirst(".*/io/quittance/", ""))
                .collect(Collectors.toSet());
    }
}
