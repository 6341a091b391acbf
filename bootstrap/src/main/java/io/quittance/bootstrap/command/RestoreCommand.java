package io.quittance.bootstrap.command;

import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.bootstrap.wiring.Carrying;
import io.quittance.bootstrap.wiring.Carrying.Restoration;
import io.quittance.domain.text.Counted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads a backup into an empty place: the data folder and the database that the settings name, of any kind.",
            "The state is an older one than upstream has seen. So what it says was not passed on counts as cut off, and"
                    + " what is open is asked for, before anything is passed on again."
        },
        sortOptions = false,
        footer = {"", "Example:", "  quittance restore --data /srv/quittance --from /safe/quittance-2026-11-27"})
final class RestoreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "The folder that backup has made.")
    private Path from;

    @Mixin
    private ServiceAccess service = new ServiceAccess();

    @Override
    public void run() {
        Settings settings = service.settings();
        Path archive = from.resolve(BackupFolder.ARCHIVE);
        if (!Files.isRegularFile(archive)) {
            throw new Trouble(
                    "The folder " + from + " holds no backup (expected: a file " + BackupFolder.ARCHIVE + " in it).");
        }
        ServiceAccess.refuseRunning(settings);
        if (BackupFolder.hasKeys(settings.data()) && !Carrying.isCutOff(settings)) {
            throw new Trouble("The folder " + settings.data().toAbsolutePath().normalize()
                    + " holds keys already (expected: an empty one, by --data or QUITTANCE_DATA).");
        }
        Restoration restored = Carrying.restore(settings, archive, BackupFolder.taken(from), () -> giveKeys(settings));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Restored " + Counted.of(restored.rows(), "row") + ".");
        keys(settings).forEach(out::println);
        out.println(Counted.of(restored.open().cutOff(), "order") + " may have been passed on since, and "
                + Counted.of(restored.open().asked(), "is", "are") + " asked for now: nothing is passed on before.");
        out.flush();
    }

    private void giveKeys(Settings settings) {
        try {
            BackupFolder.giveKeys(from, settings);
        } catch (IOException e) {
            throw new Trouble(
                    "The keys cannot be copied to " + settings.data() + ": " + e
                            + " (expected: a folder that this user may write in; then call it again).",
                    e);
        }
    }

    /** What was not in the backup is somebody else's to put back. */
    private List<String> keys(Settings settings) {
        List<Path> missing = Carrying.missingKeys(settings);
        if (missing.isEmpty()) {
            return Stream.concat(Stream.of("The keys are there."), elsewhere(settings))
                    .toList();
        }
        String files = missing.stream().map(Path::toString).collect(Collectors.joining(", "));
        return List.of(
                "MISSING, as the backup does not hold them: " + files + ".",
                "Put them there from where the keys of that service are kept, or name them by settings, before"
                        + " 'quittance serve': it makes no others.",
                "Once they are there, 'quittance key list' says which other private keys are kept elsewhere.");
    }

    /** All is restored by now, so what cannot be told is no reason to fail. */
    private Stream<String> elsewhere(Settings settings) {
        try {
            return KeptElsewhere.of(settings, service.keys(all -> all.list(Optional.empty(), Optional.empty())))
                    .map(key -> "NEEDED: " + key + "; each instance has to find it there.");
        } catch (Trouble e) {
            return Stream.of("Which private keys are kept elsewhere cannot be told yet: " + e.getMessage());
        }
    }
}
