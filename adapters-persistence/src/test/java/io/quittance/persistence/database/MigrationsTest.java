package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A database remembers by which script it was made, and one that is another now is refused. */
@DisplayName("Migrations that were on main")
class MigrationsTest {
    private static final Path SCRIPTS = Path.of("src", "main", "resources", "io", "quittance", "persistence", "schema");
    private static final String KNOWN = "/io/quittance/persistence/schema.sha256";

    private static final String WHAT_TO_DO = """
        A migration that was on main is never edited, as no database that it made would be opened any more.
        Undo the change and write the next one, adapters-persistence/src/main/resources/io/quittance/persistence/schema/\
        V2__what_it_does.sql,
        of statements that can be run again. The number must be free among the classes that Schema names, too. A new one is
        added to the list in the tests' resources:
            (cd adapters-persistence/src/main/resources/io/quittance/persistence/schema && sha256sum *.sql) \
        > adapters-persistence/src/test/resources/io/quittance/persistence/schema.sha256
        The list was made by that command, and has to name what is there:\
        """;

    @Test
    void are_never_edited() throws IOException {
        assertEquals(known(), written(), WHAT_TO_DO);
    }

    /** A change of tables counts as a script: another one under its number would not be let near a database that it made. */
    @Test
    void nor_are_those_that_change_tables() {
        assertEquals(
                Map.ofEntries(
                        Map.entry("5", -864641874),
                        Map.entry("7", -658331474),
                        Map.entry("8", 541295423),
                        Map.entry("10", -1616957030),
                        Map.entry("11", 1876171194),
                        Map.entry("13", 861518580),
                        Map.entry("14", -962859241),
                        Map.entry("15", 1313020504),
                        Map.entry("16", -1713383618),
                        Map.entry("17", 1558008514),
                        Map.entry("18", 1910372784),
                        Map.entry("19", 1375070739),
                        Map.entry("20", 384270374)),
                Stream.of(
                                SchemaChanges.QUEUES_BY_LANE,
                                SchemaChanges.OPEN_ORDERS,
                                SchemaChanges.ENDED_DISCREPANCIES,
                                SchemaChanges.SLOWED_LANES,
                                SchemaChanges.REMOVED_MERCHANTS,
                                SchemaChanges.SEVERAL_ENDPOINTS,
                                SchemaChanges.LINK_TRANSACTIONS,
                                SchemaChanges.CHANGING_KEYS,
                                SchemaChanges.GATEWAY_KEYS,
                                SchemaChanges.HOSTS_OF_MERCHANTS,
                                SchemaChanges.BODY_KEYS,
                                SchemaChanges.TERMS_OF_ENDPOINTS,
                                SchemaChanges.LINKS_BY_TIME)
                        .collect(Collectors.toMap(one -> one.getVersion().getVersion(), SchemaChange::getChecksum)),
                "add the new one to this list, and undo changes of the others");
    }

    private static List<String> known() throws IOException {
        try (InputStream list = MigrationsTest.class.getResourceAsStream(KNOWN)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** As {@code sha256sum} writes them; .gitattributes fixes the ends of their lines. */
    private static List<String> written() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            for (Path script : scripts.sorted().toList()) {
                lines.add(HexFormat.of().formatHex(sha256(Files.readAllBytes(script))) + "  " + script.getFileName());
            }
        }
        return lines;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
