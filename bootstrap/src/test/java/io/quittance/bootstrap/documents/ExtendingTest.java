package io.quittance.bootstrap.documents;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How to add an acquirer, as it is written,")
class ExtendingTest {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path SAMPLE = Path.of("src/test/java/io/quittance/tinybank");

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/extending/an-acquirer.md"));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            return files.map(ExtendingTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shows_the_code_of_the_sample_to_the_letter() throws IOException {
        List<String> sources = sources();
        List<String> shown = CODE.matcher(page())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();

        assertTrue(shown.size() >= 7, "only " + shown.size() + " pieces of code are shown");
        for (String code : shown) {
            assertTrue(
                    sources.stream().anyMatch(source -> source.contains(code)), "in no file of the sample:\n" + code);
        }
    }

    /** Whoever adds one must not have to read them. */
    @Test
    void needs_nothing_of_the_acquirers_that_are_there() throws IOException {
        for (String source : sources()) {
            assertFalse(source.contains("io.quittance.http.payermax"), source);
            assertFalse(source.contains("io.quittance.http.simulator"), source);
        }
    }
}
