package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.store.Eventually;
import io.quittance.domain.capture.Capture;
import io.quittance.persistence.store.JdbcStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded database on a disk that is full")
class FullDiskTest {
    @TempDir
    private Path folder;

    @Test
    void is_away_until_there_is_space_and_keeps_all_that_it_took() {
        FullDisk.register();
        String place = "jdbc:h2:full:" + folder.resolve("quittance").toAbsolutePath();
        List<Capture> kept = new ArrayList<>();
        try (JdbcStore store = JdbcStore.open(new DatabaseSettings(place, "quittance", ""))) {
            kept.add(GivenOperations.kept(store));

            FullDisk.full(true);
            for (int i = 0; i < 3; i++) {
                assertThrows(DatabaseUnavailable.class, () -> GivenOperations.kept(store));
            }
            FullDisk.full(false);

            Eventually.become("it takes something again", () -> {
                try {
                    return kept.add(GivenOperations.kept(store));
                } catch (DatabaseUnavailable e) {
                    return false;
                }
            });
            kept.forEach(
                    one -> assertEquals(Optional.of(one), store.operations().find(one.id())));
        } finally {
            FullDisk.full(false);
        }
    }
}
