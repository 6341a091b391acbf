package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.bootstrap.keys.HeldUse;
import io.quittance.domain.key.Term;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.KeyReference;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An instance whose keys are kept elsewhere")
class HeldKeyTurnsTest {
    private static final KeyPair PAIR = Rsa.newPair();

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Given.NOON);

    private HeldUse use(Term term) {
        return new HeldUse(
                "the gateway's key 3b24",
                new HeldKey(KeyReference.file(folder.resolve("key.pem")), PAIR.getPublic()),
                term);
    }

    private HeldKeyTurns turns(HeldUse... uses) {
        return new HeldKeyTurns(() -> List.of(uses), clock);
    }

    private void put() throws IOException {
        Files.writeString(folder.resolve("key.pem"), Pem.writePrivate(PAIR.getPrivate()));
    }

    @Test
    void is_ready_with_all_of_them() throws IOException {
        put();
        try (HeldKeyTurns turns = turns(use(Term.OPEN))) {
            turns.start();

            assertEquals(Optional.empty(), turns.lacks());
        }
    }

    @Test
    void is_not_ready_without_one_that_counts_and_says_where_it_looked_until_it_is_there() throws IOException {
        try (HeldKeyTurns turns = turns(use(Term.OPEN))) {
            turns.start();

            assertEquals(
                    Optional.of("the gateway's key 3b24: there is no usable private key at file:"
                            + folder.resolve("key.pem") + ", as the file " + folder.resolve("key.pem")
                            + " cannot be read (expected: one that is there and may be read)"),
                    turns.lacks());
            put();
            turns.look();
            assertEquals(Optional.empty(), turns.lacks());
        }
    }

    @Test
    void is_ready_without_one_that_is_to_come_until_it_counts() {
        try (HeldKeyTurns turns = turns(use(new Term(Given.NOON.plusSeconds(60), Optional.empty())))) {
            turns.look();
            assertEquals(Optional.empty(), turns.lacks());

            clock.move(Duration.ofSeconds(60));
            turns.look();
            assertTrue(turns.lacks().isPresent());
        }
    }

    @Test
    void needs_none_that_is_over() {
        try (HeldKeyTurns turns = turns(use(new Term(Given.NOON.minusSeconds(60), Optional.of(Given.NOON))))) {
            turns.look();

            assertEquals(Optional.empty(), turns.lacks());
        }
    }

    @Test
    void goes_on_while_the_database_is_away() {
        try (HeldKeyTurns turns = new HeldKeyTurns(
                () -> {
                    throw new StoreUnavailable("away", new IllegalStateException());
                },
                clock)) {
            turns.look();

            assertEquals(Optional.empty(), turns.lacks());
        }
    }
}
