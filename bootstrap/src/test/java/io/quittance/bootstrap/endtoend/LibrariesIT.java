package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@DisplayName("The list of a build's libraries")
@TestInstance(Lifecycle.PER_CLASS)
class LibrariesIT {
    /** Free, and such that what is built from it may be given to others whatever that one's licence. */
    private static final Set<String> TAKEN = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "MPL-2.0",
            "Bouncy Castle Licence",
            "The GNU General Public License, v2 with Universal FOSS Exception, v1.0");

    private static final Path TARGET = Path.of("target");

    private List<JsonNode> listed;

    @BeforeAll
    void read() throws IOException {
        Path list = TARGET.resolve("quittance-sbom.json");
        assumeTrue(Files.exists(list), "NOT RUN: the list is made by builds that are not offline");
        JsonNode all = new ObjectMapper().readTree(list.toFile());
        listed = all.path("components").valueStream().toList();
    }

    private static String file(JsonNode library) {
        String purl = library.path("purl").asText();
        int from = purl.indexOf("classifier=");
        String classifier =
                from < 0 ? "" : "-" + purl.substring(from + "classifier=".length(), purl.indexOf('&', from));
        return library.path("name").asText() + "-" + library.path("version").asText() + classifier + ".jar";
    }

    private static Set<String> licences(JsonNode library) {
        return library.path("licenses")
                .valueStream()
                .map(one -> one.path("license"))
                .map(one -> one.path("id").asText(one.path("name").asText()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void names_each_that_is_delivered_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(TARGET.resolve("lib"))) {
            List<String> delivered =
                    files.map(file -> file.getFileName().toString()).sorted().toList();

            assertEquals(
                    delivered, listed.stream().map(LibrariesIT::file).sorted().toList());
        }
    }

    @Test
    void names_a_licence_of_each_under_which_we_may_take_it() {
        assertEquals(
                List.of(),
                listed.stream()
                        .filter(library -> licences(library).stream().noneMatch(TAKEN::contains))
                        .map(library -> file(library) + " " + licences(library))
                        .toList());
    }
}
