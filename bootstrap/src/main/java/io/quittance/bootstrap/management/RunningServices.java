package io.quittance.bootstrap.management;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who runs on a data folder, so that a command finds a service by that folder alone: a file for each in {@code
 * running}, named by its management port. It is there while requests are taken; one that was killed leaves its file
 * behind, and the next start there takes away what nobody answers for.
 */
public final class RunningServices {
    private static final String FOLDER = "running";

    private RunningServices() {}

    /** Where a service is reached from this machine: its management port and its public one. */
    public record Place(URI management, URI local) {
        private static Optional<Place> read(Path file) {
            try {
                List<String> lines = Files.readAllLines(file);
                return lines.size() == 2
                        ? Optional.of(new Place(URI.create(lines.getFirst()), URI.create(lines.getLast())))
                        : Optional.empty();
            } catch (IOException | IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private static Place of(Settings settings) {
            return new Place(settings.managementUrl(), settings.localUrl());
        }

        private String written() {
            return management + "\n" + local + "\n";
        }
    }

    /** Those that say so, and then the one that the settings name; whether they answer is not known. */
    public static Set<Place> on(Settings settings) {
        Set<Place> places = new LinkedHashSet<>(announced(settings));
        places.add(Place.of(settings));
        return places;
    }

    /** Those that say so. */
    public static List<Place> announced(Settings settings) {
        return files(settings.data()).stream()
                .map(Place::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Says that this instance takes requests.
     *
     * @throws Trouble if the folder cannot be written to
     */
    public static void announce(Settings settings) {
        Path file = file(settings);
        KeyFiles.folder(file.getParent());
        files(settings.data()).stream().filter(RunningServices::isStale).forEach(RunningServices::remove);
        Path draft = file.resolveSibling("." + file.getFileName());
        try {
            Files.writeString(draft, Place.of(settings).written());
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Trouble("The file " + file + " cannot be written: " + e + ".", e);
        }
    }

    /** Says that it takes none any more; nothing happens where it never did. */
    public static void withdraw(Settings settings) {
        remove(file(settings));
    }

    private static boolean isStale(Path file) {
        return Place.read(file)
                .filter(place -> ManagementCall.answers(place.management()))
                .isEmpty();
    }

    /** One that stays is as one that was killed leaves it. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // Nobody answers for it.
        }
    }

    private static Path file(Settings settings) {
        return settings.data().resolve(FOLDER).resolve(Integer.toString(settings.managementPort()));
    }

    private static List<Path> files(Path data) {
        try (Stream<Path> all = Files.list(data.resolve(FOLDER))) {
            return all.filter(file -> file.getFileName().toString().matches("[0-9]+"))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
