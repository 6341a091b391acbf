package io.quittance.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The settings in a file")
class ConfigurationFileTest {
    private static String refused(Map<String, String> environment) {
        return assertThrows(Trouble.class, () -> SettingsReader.read(environment))
                .getMessage();
    }

    @TempDir
    Path folder;

    private Map<String, String> file(String content, Map<String, String> others) throws IOException {
        Path file = Files.writeString(folder.resolve("application.yml"), content);
        var environment = new java.util.HashMap<>(others);
        environment.put("QUITTANCE_CONFIG", file.toString());
        return environment;
    }

    @Test
    void come_from_there_where_no_variable_says_otherwise() throws IOException {
        String content = """
            quittance:
              port: 7000
              management-port: 7001
              db.url: jdbc:mariadb://db/q
            micronaut:
              server:
                idle-timeout: 30s
            """;

        Settings settings = SettingsReader.read(file(content, Map.of("QUITTANCE_PORT", "7100")));

        assertEquals(7100, settings.port());
        assertEquals(7001, settings.managementPort());
        assertEquals(Optional.of(new Database("jdbc:mariadb://db/q", "", "")), settings.database());
        assertEquals(Map.of("micronaut.server.idle-timeout", "30s"), settings.framework());
    }

    @Test
    void refuse_a_name_that_is_none() throws IOException {
        Map<String, String> environment = file("quittance.prot: 7000\n", Map.of());

        assertTrue(refused(environment).contains("sets quittance.prot, which is no setting"));
    }

    @Test
    void refuse_what_is_not_yaml() throws IOException {
        assertTrue(refused(file("a: [", Map.of())).endsWith("is not YAML."));
        assertTrue(refused(file("just words", Map.of())).contains("is not a list of settings"));
    }

    @Test
    void refuse_a_named_file_that_is_not_there() {
        assertTrue(refused(Map.of("QUITTANCE_CONFIG", folder.resolve("none.yml").toString()))
                .endsWith("cannot be read."));
    }
}
