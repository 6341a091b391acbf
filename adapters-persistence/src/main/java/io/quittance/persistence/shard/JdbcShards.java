package io.quittance.persistence.shard;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.shard.Lease;
import io.quittance.application.shard.Member;
import io.quittance.application.shard.Roster;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Shards;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseClock;
import io.quittance.persistence.database.ForPeople;
import io.quittance.persistence.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The leases in the tables {@code instance} and {@code shard}; only the database's clock is asked, so instances need not
 * agree on the time. What keeps the leases has a connection of its own, and every change is one statement that commits at
 * once; only the fence stands in the transactions of the pool.
 */
public final class JdbcShards implements Shards {
    private static final String JOIN = """
        insert into instance (id, address, version, started_at, seen_at, leaving, body_keys)
        values (?, ?, ?, localtimestamp(6), localtimestamp(6), false, ?)
        """;

    private static final String RENEW = "update instance set seen_at = localtimestamp(6), body_keys = ? where id = ?";

    private static final String RETIRE = "update instance set leaving = true where id = ?";

    /** All members with what they have, and what nobody has. */
    private static final String ROSTER = """
        select i.id as id, i.started_at as started_at, i.leaving as leaving,
          i.seen_at <= timestampadd(microsecond, ?, localtimestamp(6)) as gone, s.shard as shard, s.epoch as epoch,
          localtimestamp(6) as now_there
        from instance i left join shard s on s.owner = i.id
        union all
        select null, null, false, false, s.shard, s.epoch, localtimestamp(6)
        from shard s left join instance i on i.id = s.owner
        where i.id is null
        order by started_at, id, shard
        """;

    /** Looked at again under its lock: it may have been renewed since. */
    private static final String BURY =
            "delete from instance where id = ? and seen_at <= timestampadd(microsecond, ?, localtimestamp(6))";

    /** Whoever takes a shard changes its epoch, so the second who saw it free finds another. */
    private static final String TAKE = "update shard set owner = ?, epoch = epoch + 1 where ";

    private static final String FREE = "(shard = ? and epoch = ?)";

    private static final String GIVE = "update shard set owner = null where owner = ? and shard in (%s)";

    private static final String LEAVE = "delete from instance where id = ?";

    private static final String CONFIRM = "select owner, epoch from shard where shard = ? ";

    private static final String SEIZE = "delete from instance";

    /** As much of it as the column takes. */
    private static final int ADDRESS = 512;

    private final Sql pooled;
    private final Sql own;
    private final InstantSource clock;
    private final DatabaseClock databaseClock;
    private final Supplier<String> bodyKeys;
    private final String confirm;

    private record Row(
            Optional<String> member,
            boolean leaving,
            boolean gone,
            Optional<Integer> shard,
            Optional<Long> epoch,
            Instant now) {}

    /**
     * @param clock our own, which is compared with the database's each time that the roster is read
     * @param bodyKeys the names of the body keys that this instance holds, with blanks between, and first that of the one that it
     *     encrypts with; told to the others each time that the leases are renewed
     */
    public JdbcShards(Database database, InstantSource clock, Supplier<String> bodyKeys) {
        this.pooled = database.sql();
        this.own = database.own();
        this.clock = clock;
        this.databaseClock = database.clock();
        this.bodyKeys = bodyKeys;
        this.confirm = CONFIRM + database.shareLock();
    }

    @Override
    public void join(Member member) {
        own.change(
                "join the other instances",
                JOIN,
                identifier(member.name()),
                ForPeople.upTo(ADDRESS, member.address()),
                member.version(),
                bodyKeys.get());
    }

    @Override
    public boolean renew(String name) {
        return own.change("renew the leases", RENEW, bodyKeys.get(), identifier(name)) == 1;
    }

    @Override
    public void retire(String name) {
        own.change("say that this instance will go", RETIRE, identifier(name));
    }

    @Override
    public Roster roster(Duration span) {
        long before = -TimeUnit.NANOSECONDS.toMicros(span.toNanos());
        List<Row> rows = rows(before);
        List<String> gone = rows.stream()
                .filter(Row::gone)
                .flatMap(row -> row.member().stream())
                .distinct()
                .toList();
        if (gone.isEmpty()) {
            return roster(rows);
        }
        gone.forEach(name -> own.change("take an instance for gone", BURY, identifier(name), before));
        return roster(rows(before));
    }

    private List<Row> rows(long before) {
        Instant asked = clock.instant();
        List<Row> rows = own.list(
                "read who has which shards",
                ROSTER,
                cells -> new Row(
                        cells.maybeIdentifier("id"),
                        cells.flag("leaving"),
                        cells.flag("gone"),
                        cells.maybeInteger("shard"),
                        cells.maybeWhole("epoch"),
                        cells.instant("now_there")),
                before);
        databaseClock.measured(asked, rows.getFirst().now(), clock.instant());
        return rows;
    }

    private static Roster roster(List<Row> rows) {
        List<String> members = new ArrayList<>();
        List<Lease> held = new ArrayList<>();
        TreeMap<Shard, Long> free = new TreeMap<>();
        for (Row row : rows) {
            row.member()
                    .filter(name -> !row.leaving() && !members.contains(name))
                    .ifPresent(members::add);
            row.shard().map(Shard::new).ifPresent(shard -> {
                long epoch = row.epoch().orElseThrow();
                row.member()
                        .ifPresentOrElse(name -> held.add(new Lease(shard, name, epoch)), () -> free.put(shard, epoch));
            });
        }
        return new Roster(members, held, free);
    }

    @Override
    public void take(String name, Map<Shard, Long> free) {
        if (free.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        values.add(identifier(name));
        free.forEach((shard, epoch) -> {
            values.add(shard.number());
            values.add(epoch);
        });
        own.change(
                "take free shards",
                TAKE + String.join(" or ", Collections.nCopies(free.size(), FREE)),
                values.toArray());
    }

    @Override
    public void give(String name, Set<Shard> shards) {
        if (shards.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        values.add(identifier(name));
        shards.forEach(shard -> values.add(shard.number()));
        own.change(
                "give shards to others",
                GIVE.formatted(String.join(", ", Collections.nCopies(shards.size(), "?"))),
                values.toArray());
    }

    @Override
    public void leave(String name) {
        own.change("leave the other instances", LEAVE, identifier(name));
    }

    @Override
    public boolean confirm(Lease lease) {
        return pooled.first(
                        "confirm a lease",
                        confirm,
                        cells -> new Lease(
                                lease.shard(), cells.maybeIdentifier("owner").orElse(""), cells.whole("epoch")),
                        lease.shard().number())
                .filter(lease::equals)
                .isPresent();
    }

    @Override
    public void seize() {
        own.change("take every other instance for gone", SEIZE);
    }
}
