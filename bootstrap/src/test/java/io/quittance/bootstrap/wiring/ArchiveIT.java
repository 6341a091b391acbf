package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Wanted;
import io.quittance.bootstrap.management.Backups;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Merchant;
import io.quittance.persistence.archive.Archive;
import io.quittance.persistence.archive.ArchiveRows;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("All that is kept")
class ArchiveIT {
    /** The sum and the length of what was packed. */
    private static final int GZIP_TRAILER = 8;

    private static final long SEED = Long.getLong("archive.seed", System.nanoTime());

    @TempDir
    private Path folder;

    private Settings settings(String name, Optional<DatabaseSettings> database) throws IOException {
        return RunningInstance.settings(
                folder.resolve(name), FreePorts.find(), database.map(ArchiveIT::named), Optional.empty());
    }

    private static Settings.Database named(DatabaseSettings one) {
        return new Settings.Database(one.url(), one.user(), one.password());
    }

    private static void tell(RunningInstance running) {
        told(running, SEED).tell();
    }

    private static ToldAtRandom told(RunningInstance running, long seed) {
        Merchant merchant = running.instance().part(Merchants.class).all().getFirst();
        Holder holder = new Holder(
                merchant,
                running.instance()
                        .part(Accounts.class)
                        .byMerchant(merchant.id())
                        .getFirst());
        return new ToldAtRandom(running.instance(), holder, seed);
    }

    /** What an archive of it holds, read anew. */
    private static SortedMap<String, Integer> rows(Database database) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Archive.write(database, out);
        return ArchiveRows.of(new ByteArrayInputStream(out.toByteArray()));
    }

    private static void everyStoryIsThere(Instance instance) {
        Wanted wanted = new Wanted(ObjectRef.Kind.PAYOUT, Optional.empty(), List.of(), Optional.empty(), false);
        List<Summary> payouts = instance.part(Summaries.class).page(wanted, Optional.empty(), 500);
        assertFalse(payouts.isEmpty());
        for (Summary one : payouts) {
            assertFalse(instance.part(Journal.class).story(one.about()).isEmpty(), one.toString());
        }
    }

    private static void copyKeys(Settings from, Settings to) throws IOException {
        for (String part : List.of("keys", "demo")) {
            Files.createDirectories(to.data().resolve(part));
            try (Stream<Path> files = Files.list(from.data().resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.data().resolve(part).resolve(file.getFileName()));
                }
            }
        }
    }

    private record Place(String name, Optional<DatabaseSettings> database) {}

    private static List<Place> places() {
        List<Place> places = new ArrayList<>(List.of(
                new Place("the embedded database", Optional.empty()),
                new Place("MariaDB", Optional.of(TestDatabases.mariaDb()))));
        TestDatabases.external().ifPresent(one -> places.add(new Place("the server that is named", Optional.of(one))));
        return places;
    }

    @TestFactory
    Stream<DynamicTest> is_the_same_where_a_backup_was_restored() {
        List<Place> froms = places();
        List<Place> tos = places().reversed();
        return Stream.iterate(0, i -> i < froms.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        "of " + froms.get(i).name() + " in " + tos.get(i).name(),
                        () -> restores(i, froms.get(i), tos.get(i))));
    }

    private void restores(int round, Place from, Place to) throws Exception {
        Settings old = settings("old-" + round, from.database());
        Settings fresh = settings("new-" + round, to.database());
        Backups.Written written;
        try (RunningInstance running = new RunningInstance(old)) {
            tell(running);
            written = running.instance().part(Backups.class).write();
        }
        byte[] archive = Files.readAllBytes(written.file());
        byte[] cut = Arrays.copyOf(archive, archive.length * 3 / 4);
        copyKeys(old, fresh);

        try (Database target = Database.open(Store.place(fresh))) {
            assertRefused("The archive is cut off.", target, cut);
            assertRefused("The archive is cut off.", target, Arrays.copyOf(archive, archive.length - GZIP_TRAILER));
            assertRefused("The archive cannot be read", target, withOtherSum(archive));
        }
        Trouble unfinished = assertThrows(Trouble.class, () -> new RunningInstance(fresh));
        assertTrue(unfinished.getMessage().contains("was cut off; call it again"), unfinished.getMessage());
        try (Database target = Database.open(Store.place(fresh))) {
            assertEquals(written.rows(), Archive.read(target, new ByteArrayInputStream(archive), () -> {}));
            assertEquals(ArchiveRows.of(new ByteArrayInputStream(archive)), rows(target), "seed " + SEED);
            assertRefused("is not empty", target, archive);
        }

        try (RunningInstance running = new RunningInstance(fresh)) {
            everyStoryIsThere(running.instance());
            // Numbers that the database gives go on behind what it was given.
            told(running, SEED + 1).payoutsMore();
        }
    }

    /** All of it can be read, and it is not what was written. */
    private static byte[] withOtherSum(byte[] archive) {
        byte[] changed = archive.clone();
        changed[archive.length - GZIP_TRAILER] ^= 1;
        return changed;
    }

    private static void assertRefused(String why, Database target, byte[] archive) {
        Archive.Refused refused = assertThrows(
                Archive.Refused.class, () -> Archive.read(target, new ByteArrayInputStream(archive), () -> {}));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void is_the_same_where_it_was_moved_to() throws Exception {
        Settings embedded = settings("embedded", Optional.empty());
        try (RunningInstance running = new RunningInstance(embedded)) {
            tell(running);
        }
        DatabaseSettings server = TestDatabases.external().orElseGet(TestDatabases::mariaDb);
        SortedMap<String, Integer> before;
        try (Database source = Database.open(Store.place(embedded))) {
            before = rows(source);
        }

        Carrying.move(embedded, server);

        try (Database target = Database.open(server)) {
            assertEquals(before, rows(target), "seed " + SEED);
        }
        assertThrows(Trouble.class, () -> Carrying.move(embedded, server), "it is not empty");
        Settings moved = RunningInstance.settings(
                embedded.data(), FreePorts.find(), Optional.of(named(server)), Optional.empty());
        try (RunningInstance running = new RunningInstance(moved)) {
            everyStoryIsThere(running.instance());
        }
    }
}
