package io.quittance.persistence.bodies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.key.BodyKey;
import io.quittance.application.key.BodyKey.State;
import io.quittance.application.key.BodyKeys.Reader;
import io.quittance.application.key.ChangeBodyKeys;
import io.quittance.application.key.EncryptBodiesAgain;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Member;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.persistence.StoredBodyTables;
import io.quittance.persistence.bodies.BodiesScene.Kept;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.instance.JdbcInstanceKeys;
import io.quittance.persistence.shard.JdbcShards;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.NeedsOldestMariaDb;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The body keys in SQL")
class JdbcBodyKeysTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    interface InSql {
        DatabaseSettings settings();

        private static JdbcBodyKeys keys(BodiesScene scene) {
            return new JdbcBodyKeys(scene.store().database().sql());
        }

        private static void made(BodiesScene scene) {
            String first = scene.cipher().keyId();
            new JdbcInstanceKeys(scene.store().database().sql()).claim(JdbcInstanceKeys.BODY, first, Given.NOON);
            scene.store().perform(() -> keys(scene).keep(BodyKey.first(first, Given.DEED)));
        }

        private static Optional<String> said(BodiesScene scene) {
            return new JdbcInstanceKeys(scene.store().database().sql()).find(JdbcInstanceKeys.BODY);
        }

        @Test
        default void are_changed_from_the_first_to_the_next_one() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                HandClock clock = new HandClock(Given.NOON);
                JdbcBodyKeys keys = keys(scene);
                made(scene);
                Kept kept = scene.plant();
                String old = scene.cipher().keyId();
                assertEquals(List.of(BodyKey.first(old, Given.DEED)), keys.all());
                assertEquals(Optional.of(old), said(scene));
                ChangeBodyKeys change = new ChangeBodyKeys(keys, scene.store().transactions(), clock);
                JdbcShards shards = new JdbcShards(
                        scene.store().database(),
                        InstantSource.system(),
                        () -> scene.cipher().keyId() + " " + old);
                shards.join(new Member("one", "here:1", "1.0"));
                assertEquals(List.of(new Reader("here:1", "1.0", List.of(old, old))), keys.readers(AN_HOUR));
                assertEquals(List.of(), keys.readers(Duration.ofNanos(-1)));

                scene.change();
                String young = scene.cipher().keyId();
                change.add(young, Given.DEED);
                assertFalse(change.decide(), "it says it with its lease");
                assertEquals(Optional.of(JdbcBodyKeys.SEVERAL), said(scene));
                assertTrue(shards.renew("one"));
                assertTrue(change.decide());
                change.retire(old, Given.DEED);
                clock.move(Duration.ofMinutes(1));
                EncryptBodiesAgain again = new EncryptBodiesAgain(
                        keys,
                        new JdbcStoredBodies(scene.store().database(), scene.cipher(), StoredBodyTables.ALL),
                        scene.store().transactions(),
                        clock);
                AtomicInteger steps = new AtomicInteger();
                again.run(() -> steps.incrementAndGet() < 2);
                assertEquals(State.RETIRING, keys.all().getFirst().state());
                again.run(() -> true);

                assertEquals(
                        List.of(State.FREE, State.WRITING),
                        keys.all().stream().map(BodyKey::state).toList());
                assertEquals(Optional.of(young), said(scene));
                scene.forget(old);
                scene.assertReads(kept);
                shards.leave("one");
            }
        }

        @Test
        default void have_their_work_kept_once() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                made(scene);
                JdbcBodyKeys keys = keys(scene);
                BodyKey writing = keys.all().getFirst();
                BodyKey.Work work = new BodyKey.Work("account  n7", 7, 6, 1, 2, "somewhere");
                assertFalse(keys.advance(writing, work), "it is not retired");
                BodyKey retiring =
                        new BodyKey(writing.id(), State.RETIRING, Optional.empty(), Given.DEED, BodyKey.Work.NONE);
                scene.store().perform(() -> keys.keep(retiring));

                assertTrue(keys.advance(retiring, work));
                assertFalse(keys.advance(retiring, work));

                assertEquals(work, keys.all().getFirst().work());
            }
        }

        @Test
        default void are_not_told_by_an_older_version() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                scene.sql("insert into instance (id, address, version, started_at, seen_at, leaving) values ('old',"
                        + " 'there:1', '0.9', localtimestamp(6), localtimestamp(6), false)");

                assertEquals(
                        List.of(new Reader("there:1", "0.9", List.of())),
                        keys(scene).readers(Leases.SPAN));
            }
        }
    }

    @Nested
    class On_H2 implements InSql {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2InMemory();
        }
    }

    @Nested
    class On_MariaDb implements InSql {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsOldestMariaDb
    class On_the_oldest_MariaDb implements InSql {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.oldestMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements InSql {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
