package io.quittance.persistence.shard;

import io.quittance.application.shard.HeldLane;
import io.quittance.application.shard.HeldLanes;
import io.quittance.persistence.database.ForPeople;
import io.quittance.persistence.database.Sql;
import java.util.List;
import java.util.Optional;

/** The held lanes of one queue, in the table {@code lane}. */
public final class JdbcHeldLanes implements HeldLanes {
    private static final String HOLD = """
        insert into lane (queue, lane, held_at, why, person) values (?, ?, localtimestamp(6), ?, ?)
        on duplicate key update queue = queue
        """;

    /** The first of two persons stays. */
    private static final String TAKE_OVER = """
        update lane set held_at = localtimestamp(6), why = ?, person = ?
        where queue = ? and lane = ? and person is null
        """;

    private static final String RELEASE = "delete from lane where queue = ? and lane = ?";

    private static final String ALL = "select lane, held_at, why, person from lane where queue = ? order by lane";

    private final Sql sql;
    private final String queue;

    /** @param queue by its table's name */
    public JdbcHeldLanes(Sql sql, String queue) {
        this.sql = sql;
        this.queue = queue;
    }

    @Override
    public boolean hold(long lane, String why, Optional<String> person) {
        String kept = ForPeople.upTo(LONGEST_WHY, why);
        Optional<String> who = person.map(name -> ForPeople.upTo(LONGEST_PERSON, name));
        return sql.change("hold a lane", HOLD, queue, lane, kept, who) == 1
                || who.isPresent() && sql.change("hold a lane", TAKE_OVER, kept, who, queue, lane) == 1;
    }

    @Override
    public boolean release(long lane) {
        return sql.change("release a lane", RELEASE, queue, lane) == 1;
    }

    @Override
    public boolean releaseUnlessByPerson(long lane) {
        return sql.change("release a lane", RELEASE + " and person is null", queue, lane) == 1;
    }

    @Override
    public List<HeldLane> all() {
        return sql.list(
                "look which lanes are held",
                ALL,
                cells -> new HeldLane(
                        cells.whole("lane"), cells.due("held_at"), cells.text("why"), cells.maybeText("person")),
                queue);
    }
}
