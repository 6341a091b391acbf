package io.quittance.persistence.shard;

import io.quittance.application.shard.Arrivals;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What comes into the tables of the queues, on the connection that keeps the leases. */
public final class JdbcArrivals implements Arrivals {
    /** The server takes each highest id from the end of the primary key; the others are a few rows. */
    private static final String SIGNS = """
        select (select max(id) from errand) as errands, (select max(id) from delivery) as deliveries,
          (select max(id) from simulated_order) as simulated_results,
          (select count(*) from instance
            where not leaving and seen_at > timestampadd(microsecond, ?, localtimestamp(6))) as members,
          (select count(*) from shard s left join instance i on i.id = s.owner where i.id is null) as free
        """;

    private static final String BEHIND = """
        select id, shard, %s as lane, due_at from %s where id > ? and due_at is not null order by id limit ?
        """;

    private final Sql own;

    public JdbcArrivals(Database database) {
        this.own = database.own();
    }

    @Override
    public Signs signs(Duration span) {
        return own.first(
                        "look who and what has come",
                        SIGNS,
                        cells -> new Signs(
                                Map.of(
                                        Place.ERRANDS,
                                        cells.whole("errands"),
                                        Place.DELIVERIES,
                                        cells.whole("deliveries"),
                                        Place.SIMULATED_RESULTS,
                                        cells.whole("simulated_results")),
                                cells.integer("members"),
                                cells.integer("free")),
                        -TimeUnit.NANOSECONDS.toMicros(span.toNanos()))
                .orElseThrow();
    }

    @Override
    public List<Arrival> behind(Place place, long id, int limit) {
        return own.list(
                "look what has come",
                switch (place) {
                    case ERRANDS -> BEHIND.formatted("lane", "errand");
                    case DELIVERIES -> BEHIND.formatted("lane", "delivery");
                    case SIMULATED_RESULTS -> BEHIND.formatted("merchant_id", "simulated_order");
                },
                cells -> new Arrival(
                        cells.whole("id"),
                        new Stretch(new Shard(cells.integer("shard")), cells.whole("lane")),
                        cells.due("due_at")),
                id,
                limit);
    }
}
