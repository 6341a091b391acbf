package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.management.BackupRuns.Run;
import io.quittance.bootstrap.management.Backups.Written;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A backup that the API began")
@Timeout(60)
class BackupRunsTest {
    @TempDir
    private Path data;

    private static String refused(Runnable work) {
        return assertThrows(Trouble.class, work::run).getMessage();
    }

    private static Run ended(BackupRuns runs) throws InterruptedException {
        while (runs.last() instanceof Run.Running) {
            Thread.sleep(10);
        }
        return runs.last();
    }

    @Test
    void is_the_only_one_until_its_file_was_moved_away() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Path file = data.resolve(".backup-1");
        BackupRuns runs = new BackupRuns(() -> {
            await(goOn);
            create(file);
            return new Written(file, 7);
        });
        runs.begin();
        assertEquals("Another backup is being written; wait until it is done.", refused(runs::begin));
        goOn.countDown();
        assertEquals(new Run.Done(new Written(file, 7)), ended(runs));
        assertEquals(
                "Another backup waits in " + file
                        + ": move it away or remove it; else that is done 60 minutes after it was" + " written.",
                refused(runs::begin));

        Files.move(file, data.resolve("safe"));

        assertEquals(new Run.Gone(), runs.last());
        runs.begin();
        assertEquals(new Run.Done(new Written(file, 7)), ended(runs));
    }

    @Test
    void may_be_begun_again_when_it_failed() throws Exception {
        BackupRuns runs = new BackupRuns(() -> {
            throw new Trouble("no space");
        });
        assertEquals("No backup was begun.", refused(runs::last));
        runs.begin();
        assertEquals(new Run.Failed("no space"), ended(runs));

        runs.begin();
        assertEquals(new Run.Failed("no space"), ended(runs));
    }

    @Nested
    class Left_in_the_data_folder {
        @Test
        void is_removed_when_its_time_is_over() throws IOException {
            Instant now = Instant.parse("2026-11-27T12:00:00Z");
            Path old = aged(".backup-old", now.minus(Duration.ofMinutes(61)));
            Path fresh = aged(".backup-fresh", now.minus(Duration.ofMinutes(59)));
            Path other = aged("management-token", now.minus(Duration.ofDays(9)));

            try (Database database = Database.open(TestDatabases.h2File(data.resolve("db")))) {
                new KeptBackups(database, data, () -> now).forget();
                new KeptBackups(database, data.resolve("none"), () -> now).forget();
            }

            assertTrue(Files.notExists(old));
            assertTrue(Files.exists(fresh));
            assertTrue(Files.exists(other));
        }

        private Path aged(String name, Instant time) throws IOException {
            Path file = Files.createFile(data.resolve(name));
            return Files.setLastModifiedTime(file, FileTime.from(time));
        }
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
