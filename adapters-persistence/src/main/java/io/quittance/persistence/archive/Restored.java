package io.quittance.persistence.archive;

import io.quittance.persistence.database.Sql;
import java.time.Instant;

/**
 * Tells a database that it is an older state than the one that upstream has seen. Whatever it says was not passed on may have
 * been, so nothing is passed on for the first time: every such call counts as one that was cut off, and is followed up as its
 * kind allows, by a question where there is one. What is asked anyway is asked now. What upstream told since then and was
 * acknowledged for, it does not tell again.
 */
public final class Restored {
    private static final String CUT_OFF =
            "update errand set sending = true, unsure = true where step = 'SUBMIT' and sending = false";

    /** Also those that were being passed on at the very moment. */
    private static final String OPEN = "select count(*) as cut_off from errand where step = 'SUBMIT'";

    private static final String NOW = """
        update errand set due_at = ? where step in ('QUERY', 'SEEK', 'SEEK_AGAIN') and due_at > ?\
        """;

    private static final String DOUBTFUL =
            "update payment_link set opening = 'DOUBTFUL' where opening = 'UNHEARD' and state = 'ACTIVE'";

    private Restored() {}

    /** How much there is to find out. @param cutOff orders that may have been passed on @param asked those asked now */
    public record Open(int cutOff, int asked) {}

    /**
     * Call it before anything is worked off; a second call changes nothing more.
     *
     * @param now by the database's clock or behind it
     */
    public static Open declare(Sql sql, Instant now) {
        sql.change("take what was not passed on for cut off", CUT_OFF);
        int cutOff = sql.first("count what was cut off", OPEN, cells -> cells.integer("cut_off"))
                .orElse(0);
        int asked = sql.change("ask now", NOW, now, now);
        sql.change("take links that upstream had not for doubtful", DOUBTFUL);
        return new Open(cutOff, asked);
    }
}
