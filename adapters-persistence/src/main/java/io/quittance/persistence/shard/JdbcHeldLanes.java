package io.quittance.persistence.shard;

import io.quittance.application.shard.HeldLane;
import io.quittance.application.shard.HeldLanes;
import io.quittance.persistence.database.ForPeople;
import io.quittance.persistence.database.Sql;
import java.util.List;
import java.util.Optional;

/** The held and the slowed lanes of one queue, in the table {@code lane}. */
public final class JdbcHeldLanes implements HeldLanes {
    private static final String HOLD = """
        insert into lane (queue, lane, held_at, why, person) values (?, ?, localtimestamp(6), ?, ?)
        on duplicate key update queue = queue
        """;

    private static final String TAKE_OVER = """
        update lane set held_at = localtimestamp(6), why = ?, person = ?, per_second = null
        where queue = ? and lane = ? and (per_second is not null %s)
        """;

    private static final String SLOW = """
        insert into lane (queue, lane, held_at, why, person, per_second) values (?, ?, localtimestamp(6), ?, ?, ?)
        on duplicate key update queue = queue
        """;

    private static final String SET_RATE = """
        update lane set held_at = localtimestamp(6), why = ?, person = ?, per_second = ?
        where queue = ? and lane = ? and (per_second is null or per_second <> ?)
        """;

    private static final String RELEASE = "delete from lane where queue = ? and lane = ?";

    private static final String ALL =
            "select lane, held_at, why, person, per_second from lane where queue = ? order by lane";

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
        // The first of two persons stays.
        String takeOver = TAKE_OVER.formatted(who.isPresent() ? "or person is null" : "");
        return sql.change("hold a lane", HOLD, queue, lane, kept, who) == 1
                || sql.change("hold a lane", takeOver, kept, who, queue, lane) == 1;
    }

    @Override
    public boolean slow(long lane, int perSecond, String why, String person) {
        String kept = ForPeople.upTo(LONGEST_WHY, why);
        String who = ForPeople.upTo(LONGEST_PERSON, person);
        return sql.change("slow a lane", SLOW, queue, lane, kept, who, perSecond) == 1
                || sql.change("slow a lane", SET_RATE, kept, who, perSecond, queue, lane, perSecond) == 1;
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
                        cells.whole("lane"),
                        cells.due("held_at"),
                        cells.text("why"),
                        cells.maybeText("person"),
                        cells.maybeInteger("per_second")),
                queue);
    }
}
