package io.quittance.persistence.transaction;

import io.quittance.application.transaction.Flush;
import io.quittance.persistence.database.Sql;
import java.util.random.RandomGenerator;

/** A commit of our own, in the table {@code flush_mark}: it is on the disk when it is answered, and so is all before it. */
public final class JdbcFlush implements Flush {
    private static final int SLOTS = 64;

    /** That it counts makes it a change: what changes nothing writes nothing. */
    private static final String MARK =
            "insert into flush_mark (slot, marks) values (?, 1) on duplicate key update marks = marks + 1";

    private final Sql sql;
    private final int slot;

    public JdbcFlush(Sql sql, RandomGenerator random) {
        this.sql = sql;
        this.slot = random.nextInt(SLOTS);
    }

    @Override
    public void await() {
        sql.change("make sure that what was read is on the disk", MARK, slot);
    }
}
