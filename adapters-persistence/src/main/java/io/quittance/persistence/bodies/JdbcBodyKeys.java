package io.quittance.persistence.bodies;

import io.quittance.application.key.BodyKey;
import io.quittance.application.key.BodyKey.State;
import io.quittance.application.key.BodyKey.Work;
import io.quittance.application.key.BodyKeys;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.instance.JdbcInstanceKeys;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The names of the keys that bodies are encrypted with, in the table {@code body_key}. */
public final class JdbcBodyKeys implements BodyKeys {
    /** What stands in {@code instance_key} while there are several, so that no version comes that can hold one only. */
    static final String SEVERAL = "several keys";

    private static final Columns<Work> WORK = Columns.of(
            Columns.of("place", Work::place),
            Columns.of("seen", Work::seen),
            Columns.of("done", Work::done),
            Columns.of("missed", Work::missed),
            Columns.of("aside", Work::aside),
            Columns.of("aside_first", Work::asideFirst));

    private static final Columns<BodyKey> CHANGING = Columns.of(
            Columns.of("state", BodyKey::state),
            Columns.of("writes_since", BodyKey::writesSince),
            Columns.of("changed_at", key -> key.last().at()),
            Columns.of("changed_by", key -> key.last().by().person()),
            Columns.of("changed_why", key -> key.last().by().reason()),
            new Columns<>(WORK.names(), key -> List.of(WORK.bound(key.work()))));

    private static final Columns<BodyKey> ALL = Columns.of(Columns.of("key_id", BodyKey::id), CHANGING);

    private static final String LOCK = "select name from instance_key where name = ? for update";

    private static final String READ = "select " + ALL.listed() + " from body_key order by id";

    private static final String KEEP = "insert into body_key (" + ALL.listed() + ") values (" + ALL.marks()
            + ") on duplicate key update "
            + CHANGING.names().stream()
                    .map(name -> name + " = values(" + name + ")")
                    .collect(Collectors.joining(", "));

    private static final String ADVANCE = "update body_key set " + WORK.assigned()
            + " where key_id = ? and state = ? and place = ? and seen = ? and missed = ?";

    private static final String SAY = "update instance_key set fingerprint = ? where name = ?";

    private static final String READERS = """
        select address, version, body_keys from instance
        where seen_at > timestampadd(microsecond, ?, localtimestamp(6)) order by started_at, id
        """;

    private final Sql sql;

    public JdbcBodyKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<BodyKey> all() {
        return sql.list("read the body keys", READ, JdbcBodyKeys::read);
    }

    /** The row of the first key stands for all of them. */
    @Override
    public List<BodyKey> lock() {
        sql.first("lock the body keys", LOCK, cells -> cells.text("name"), JdbcInstanceKeys.BODY);
        return all();
    }

    /** Older versions go by what {@code instance_key} says. */
    @Override
    public void keep(BodyKey key) {
        sql.change("keep a body key", KEEP, ALL.bound(key));
        List<String> needed = all().stream()
                .filter(one -> one.state() != State.FREE)
                .map(BodyKey::id)
                .toList();
        String said = needed.size() == 1 ? needed.getFirst() : SEVERAL;
        sql.change("say which body key is needed", SAY, said, JdbcInstanceKeys.BODY);
    }

    @Override
    public boolean advance(BodyKey before, Work work) {
        Work was = before.work();
        return sql.change(
                        "keep how far bodies were encrypted again",
                        ADVANCE,
                        WORK.bound(work, before.id(), State.RETIRING, was.place(), was.seen(), was.missed()))
                == 1;
    }

    @Override
    public List<Reader> readers(Duration span) {
        return sql.list(
                "read who holds which body keys",
                READERS,
                cells -> new Reader(
                        cells.text("address"),
                        cells.text("version"),
                        cells.maybeText("body_keys").filter(keys -> !keys.isEmpty()).stream()
                                .flatMap(keys -> List.of(keys.split(" ")).stream())
                                .toList()),
                -TimeUnit.NANOSECONDS.toMicros(span.toNanos()));
    }

    private static BodyKey read(Cells cells) throws SQLException {
        return new BodyKey(
                cells.text("key_id"),
                State.valueOf(cells.text("state")),
                cells.maybeInstant("writes_since"),
                new Deed(new Hand(cells.text("changed_by"), cells.text("changed_why")), cells.instant("changed_at")),
                new Work(
                        cells.text("place"),
                        cells.whole("seen"),
                        cells.whole("done"),
                        cells.whole("missed"),
                        cells.whole("aside"),
                        cells.text("aside_first")));
    }
}
