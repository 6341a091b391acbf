package io.quittance.bootstrap.settings;

import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * {@code application.yml} in the working directory, or the file that QUITTANCE_CONFIG names. {@code quittance.db.url}
 * there is QUITTANCE_DB_URL here; the environment goes before the file.
 */
final class ConfigurationFile {
    private final Map<String, String> ours = new TreeMap<>();
    private final Map<String, Object> others = new LinkedHashMap<>();

    private ConfigurationFile() {}

    static ConfigurationFile of(Map<String, String> environment) {
        Optional<Path> named = Optional.ofNullable(environment.get("QUITTANCE_CONFIG"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        Path path = named.orElse(Path.of("application.yml"));
        ConfigurationFile file = new ConfigurationFile();
        if (named.isPresent() || Files.exists(path)) {
            file.read(path);
        }
        return file;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(ours.get(name));
    }

    /** What is not ours, as dotted names. */
    Map<String, Object> others() {
        return others;
    }

    private void read(Path path) {
        try (var reader = Files.newBufferedReader(path)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (content instanceof Map<?, ?> sections) {
                flatten(path, "", sections);
            } else if (content != null) {
                throw new Trouble(path + " is not a list of settings (expected: lines as 'quittance.port: 8080').");
            }
        } catch (IOException e) {
            throw new Trouble("The configuration file " + path + " cannot be read.", e);
        } catch (YAMLException e) {
            throw new Trouble("The configuration file " + path + " is not YAML.", e);
        }
    }

    private void flatten(Path path, String prefix, Map<?, ?> section) {
        section.forEach((key, value) -> {
            String name = prefix + key;
            if (value instanceof Map<?, ?> inner) {
                flatten(path, name + ".", inner);
            } else if (name.startsWith("quittance.") || name.startsWith("quittance-")) {
                ours.put(variable(path, name), value == null ? "" : value.toString());
            } else if (value != null) {
                others.put(name, value);
            }
        });
    }

    private static String variable(Path path, String name) {
        String variable = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        if (!SettingNames.IN_A_FILE.contains(variable)) {
            throw new Trouble(path + " sets " + name + ", which is no setting (expected: one of the names in"
                    + " docs/operations.md, as quittance.port for QUITTANCE_PORT)."
                    + SettingNames.meant(variable));
        }
        return variable;
    }
}
