package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.persistence.archive.Archive;
import io.quittance.persistence.archive.Restored;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.DatabaseUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Brings what was kept in one place to another, while nothing is served from either. */
public final class Carrying {
    private Carrying() {}

    /** @param open what is to be found out from upstream, as the state is an older one */
    public record Restoration(long rows, Restored.Open open) {}

    /** Whether a restore or move into that folder, or from it, was begun and is not through: it may be called again. */
    public static boolean isCutOff(Settings settings) {
        return CarryMark.in(settings).isThere();
    }

    /**
     * Reads an archive into the database that the settings name, and declares it an older state.
     *
     * @param taken when the archive was written; empty if nobody knows
     * @param keys brings the keys to the data folder; run once all rows are there, and before any service may start on them
     * @throws Trouble if anything is kept there already, or the archive is none of this version
     */
    public static Restoration restore(Settings settings, Path archive, Optional<Instant> taken, Runnable keys) {
        KeyFiles.folder(settings.data());
        return marked(
                settings,
                () -> on(Store.place(settings), database -> {
                    AtomicReference<Restored.Open> open = new AtomicReference<>();
                    try (InputStream in = Files.newInputStream(archive)) {
                        long rows = Archive.read(database, in, () -> {
                            open.set(Restored.declare(
                                    database.sql(),
                                    TimeOfDay.ofThisMachine().clock().instant(),
                                    taken));
                            keys.run();
                        });
                        return new Restoration(rows, open.get());
                    } catch (IOException e) {
                        throw new Trouble("The file " + archive + " cannot be read: " + e.getMessage() + ".", e);
                    }
                }));
    }

    /** From before the database has its tables until all is there no service starts on it from that folder. */
    private static <T> T marked(Settings settings, Supplier<T> work) {
        CarryMark mark = CarryMark.in(settings);
        boolean fresh = mark.set();
        try {
            T done = work.get();
            mark.remove();
            return done;
        } catch (Trouble e) {
            if (fresh && nothingWasWritten(e.getCause())) {
                mark.remove();
            }
            throw e;
        }
    }

    private static boolean nothingWasWritten(Throwable cause) {
        return cause instanceof DatabaseUnavailable
                || cause instanceof Archive.Refused refused && refused.isUntouched();
    }

    /** The files of keys that a start there would miss. */
    public static List<Path> missingKeys(Settings settings) {
        return MissingKeys.of(settings);
    }

    /**
     * Carries all from the embedded database of that folder to another one, which holds nothing. The keys stay where they are.
     *
     * @return how many rows
     * @throws Trouble if there is nothing to carry, or anything in the other one
     */
    public static long move(Settings settings, DatabaseSettings to) {
        DatabaseSettings from = DatabaseSettings.embedded(settings.data());
        if (!from.isThere()) {
            throw new Trouble("There is no embedded database in "
                    + settings.data().toAbsolutePath().normalize() + " (expected: QUITTANCE_DATA is its folder).");
        }
        return marked(settings, () -> on(from, source -> onTarget(to, target -> Archive.copy(source, target))));
    }

    /** The one that is moved to is named by an option, and by no setting as any other. */
    private static <T> T onTarget(DatabaseSettings place, Function<Database, T> work) {
        try {
            return on(place, work);
        } catch (Trouble e) {
            throw new Trouble(e.getMessage().replace("QUITTANCE_DB_URL", "--to"), e.getCause());
        }
    }

    private static <T> T on(DatabaseSettings place, Function<Database, T> work) {
        try (Database database = Database.open(place)) {
            return work.apply(database);
        } catch (DatabaseUnavailable | Archive.Refused e) {
            throw new Trouble(e.getMessage(), e);
        }
    }
}
