package io.quittance.bootstrap.management;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.persistence.archive.Archive;
import io.quittance.persistence.database.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Backups straight from the database. */
public final class KeptBackups implements Backups {
    /** They begin so, and no other file of the data folder does. */
    private static final String BEGINS = ".backup-";

    /** So long it waits to be moved away: it holds all that the database does. */
    static final Duration KEPT = Duration.ofHours(1);

    private final Database database;
    private final Path data;
    private final InstantSource clock;

    /** @param data where the file is made */
    public KeptBackups(Database database, Path data, InstantSource clock) {
        this.database = database;
        this.data = data;
        this.clock = clock;
    }

    /** Removes what nobody moved away in its time, also what a process left behind that was killed. */
    public void forget() {
        Instant before = clock.instant().minus(KEPT);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(data, BEGINS + "*")) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException _) {
            // Nothing was ever kept there, or somebody else removed it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Written write() {
        try {
            KeyFiles.folder(data);
            Path file = Files.createTempFile(
                    data,
                    BEGINS,
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new Written(file, written(file));
        } catch (IOException | UncheckedIOException e) {
            throw new Trouble("The backup cannot be written to " + data + ": " + e.getMessage() + ".", e);
        } catch (Archive.Refused e) {
            throw new Trouble(e.getMessage(), e);
        }
    }

    private long written(Path file) throws IOException {
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            long rows = Archive.write(database, out);
            whole = true;
            return rows;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }
}
