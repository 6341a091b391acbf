package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a backup is made of: the archive, and the folders of the data folder that hold keys. */
final class BackupFolder {
    static final String ARCHIVE = "database.archive";

    /** Holds the moment of the archive, as {@code 2026-11-28T12:00:00Z}. */
    private static final String TAKEN = "taken";

    private static final List<String> KEYS = List.of("keys", "demo");

    private BackupFolder() {}

    /** Moves an archive there, and copies the keys beside it. @param at when the archive was begun */
    static void take(Path folder, Path archive, Instant at, Settings settings) throws IOException {
        Files.move(archive, folder.resolve(ARCHIVE));
        Files.writeString(folder.resolve(TAKEN), at.truncatedTo(ChronoUnit.SECONDS) + "\n");
        for (String keys : KEYS) {
            copy(settings.data().resolve(keys), folder.resolve(keys));
        }
    }

    /** When it was taken; empty if the backup does not say, as those of older versions. */
    static Optional<Instant> taken(Path folder) {
        try {
            return Optional.of(
                    Instant.parse(Files.readString(folder.resolve(TAKEN)).strip()));
        } catch (IOException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Copies the keys of a backup into a data folder that has none, or some of these from a call that was cut off. */
    static void giveKeys(Path folder, Settings settings) throws IOException {
        KeyFiles.folder(settings.data());
        for (String keys : KEYS) {
            copy(folder.resolve(keys), settings.data().resolve(keys));
        }
    }

    /** Who may read a file stays as it is. */
    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        KeyFiles.folder(to);
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.copy(
                    file,
                    to.resolve(file.getFileName()),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static boolean hasKeys(Path data) {
        return KEYS.stream().map(data::resolve).anyMatch(Files::exists);
    }
}
