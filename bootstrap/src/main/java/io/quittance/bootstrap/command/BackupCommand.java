package io.quittance.bootstrap.command;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.management.Backups;
import io.quittance.bootstrap.management.Backups.Written;
import io.quittance.bootstrap.management.Keys;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.text.Counted;
import io.quittance.http.signing.KeyReference;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Writes all that the database holds, as one moment has it, and the keys that belong to it into a new"
                    + " folder. A running service goes on meanwhile.",
            "Whoever has that folder can read everything and sign as this gateway: keep it as you keep the keys."
        },
        sortOptions = false,
        footer = {"", "Example:", "  quittance backup --to /safe/quittance-2026-11-27"})
final class BackupCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "A folder that is not there yet.")
    private Path to;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        Settings settings = service.settings();
        if (Files.exists(to)) {
            throw new Trouble("The folder " + to + " is there already (expected: one that is not).");
        }
        // Before anything is written that would lie about if it cannot be made.
        KeyFiles.folder(to);
        Written written = taken(settings);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Kept in " + to + ": " + Counted.of(written.rows(), "row") + ", and the keys of "
                + settings.data().toAbsolutePath().normalize() + ".");
        List<KeyCard> keys = service.keys(all -> all.list(Optional.empty(), Optional.empty()));
        out.println("Its bodies are encrypted with the body keys " + String.join(", ", bodyKeys(keys)) + ".");
        elsewhere(settings).forEach(out::println);
        KeptElsewhere.of(settings, keys)
                .map(key -> "NOT kept: " + key + "; each instance that this is restored for has to find it there.")
                .forEach(out::println);
        out.println("Read it back with 'quittance restore --from " + to + "'.");
        out.flush();
    }

    /** Those without which not all of it can be read, as long as it is kept. */
    private static List<String> bodyKeys(List<KeyCard> keys) {
        return keys.stream()
                .filter(key -> key.kind().equals(Keys.BODY)
                        && !Set.of("waiting", "free").contains(key.state()))
                .map(key -> KeyRing.shown(key.id()))
                .toList();
    }

    private Written taken(Settings settings) {
        Instant begun = Instant.now();
        try {
            Written written = service.backups(Backups::write);
            BackupFolder.take(to, written.file(), begun, settings);
            return written;
        } catch (IOException e) {
            throw new Trouble("The backup cannot be kept in " + to + ": " + e + ".", e);
        } catch (RuntimeException e) {
            removeEmpty();
            throw e;
        }
    }

    private void removeEmpty() {
        try {
            Files.deleteIfExists(to);
        } catch (IOException _) {
            // It stays, and is empty.
        }
    }

    private static String place(Object file) {
        return file instanceof KeyReference reference
                ? reference.path().map(Path::toString).orElse(reference.text())
                : file.toString();
    }

    /** Keys that are not in the data folder are somebody else's to keep. */
    private static List<String> elsewhere(Settings settings) {
        return Stream.of(settings.gatewayKey(), settings.bodyKey(), settings.auditKey())
                .flatMap(Optional::stream)
                .map(BackupCommand::place)
                .map(file -> "NOT kept: the key in " + file + ", which a setting names; it belongs to this backup.")
                .toList();
    }
}
