package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.trouble.Trouble;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * What an acquirer wants to know. Read here and not by picocli, which shows what it cannot read: whatever stands behind these
 * options may be a key, also where a file's name should stand.
 */
final class SettingOptions {
    /** What a setting may be called; nothing else is shown. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "Something that the acquirer wants to know; as often as needed.")
    private List<String> settings = List.of();

    @Option(
            names = "--setting-file",
            paramLabel = "NAME=FILE",
            description = "The same, from a file: for what is secret.")
    private List<String> files = List.of();

    /** @throws ParameterException if one has no name, or a name comes twice */
    Map<String, String> read() {
        Map<String, String> all = new LinkedHashMap<>();
        settings.forEach(setting -> keep(all, name(setting, "--setting", "NAME=VALUE"), value(setting)));
        files.forEach(setting -> {
            String name = name(setting, "--setting-file", "NAME=FILE");
            keep(all, name, content(name, value(setting)));
        });
        return Map.copyOf(all);
    }

    private void keep(Map<String, String> all, String name, String value) {
        if (all.put(name, value) != null) {
            throw new ParameterException(
                    spec.commandLine(), "The setting " + name + " is given twice (expected: once)");
        }
    }

    private String name(String setting, String option, String expected) {
        String name = setting.substring(0, Math.max(0, setting.indexOf('=')));
        if (!NAME.matcher(name).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The value of " + option + " does not begin with a name (expected: " + expected
                            + ", NAME of small letters, digits and hyphens)");
        }
        return name;
    }

    private static String value(String setting) {
        return setting.substring(setting.indexOf('=') + 1);
    }

    /** What is wrong with a file is said without its name. */
    private static String content(String name, String file) {
        try {
            return KeyFiles.key(Path.of(file));
        } catch (Trouble | InvalidPathException _) {
            throw new Trouble("What --setting-file names for " + name
                    + " cannot be read (expected: a small text file that is there and may be read).");
        }
    }
}
