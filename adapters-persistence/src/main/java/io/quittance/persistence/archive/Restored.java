package io.quittance.persistence.archive;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.transaction.Transactions;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Tells a database that it is an older state than the one that upstream has seen. Whatever it says was not passed on may have
 * been, so nothing is passed on for the first time: every such call counts as one that was cut off, and is followed up as its
 * kind allows, by a question where there is one. What is asked anyway is asked now. What upstream told since then and was
 * acknowledged for, it does not tell again.
 *
 * <p>The stories of the orders that were open then say so, too. Who restores may have no key yet that seals them, so the database keeps
 * a mark until a start has told them.
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

    private static final String NAME = "restored";

    /** The first one stays until it was told. */
    private static final String MARK = """
        insert into instance_key (name, fingerprint, since) values (?, ?, ?) on duplicate key update name = name
        """;

    private static final String MARKED = "select fingerprint, since from instance_key where name = ?";
    private static final String TOLD = "delete from instance_key where name = ?";
    private static final String LAST_SEEN = "select max(seen_at) as seen from instance";
    private static final String ORDERS = """
        select id, object_kind, object_id from errand where id > ? order by id limit ?\
        """;

    /** So many stories are written in one transaction. */
    private static final int AT_ONCE = 50;

    private Restored() {}

    /** How much there is to find out. @param cutOff orders that may have been passed on @param asked those asked now */
    public record Open(int cutOff, int asked) {}

    /** @param taken when the state was as it is; empty where nobody knows */
    private record Mark(Optional<Instant> taken, Instant since) {
        static Mark read(Cells cells) throws SQLException {
            return new Mark(
                    cells.maybeText("fingerprint")
                            .filter(text -> !text.isEmpty())
                            .map(Instant::parse),
                    cells.instant("since"));
        }

        String line() {
            return "the state was restored, as it stood "
                    + taken.map(at -> "at " + at.truncatedTo(ChronoUnit.SECONDS))
                            .orElse("at a time that nobody noted")
                    + ": upstream may have seen more of this order, and is asked where it can be before anything is"
                    + " passed on";
        }
    }

    private record Errand(long id, ObjectRef about) {
        static Errand read(Cells cells) throws SQLException {
            ObjectRef.Kind kind = ObjectRef.Kind.valueOf(cells.text("object_kind"));
            return new Errand(cells.whole("id"), new ObjectRef(kind, cells.identifier("object_id")));
        }
    }

    /**
     * Call it before anything is worked off; a second call changes nothing more.
     *
     * @param now by the database's clock or behind it
     * @param taken when the state was as it is; empty for when an instance was seen last that the state tells of
     */
    public static Open declare(Sql sql, Instant now, Optional<Instant> taken) {
        sql.change("take what was not passed on for cut off", CUT_OFF);
        int cutOff = sql.first("count what was cut off", OPEN, cells -> cells.integer("cut_off"))
                .orElse(0);
        int asked = sql.change("ask now", NOW, now, now);
        sql.change("take links that upstream had not for doubtful", DOUBTFUL);
        Optional<Instant> stood = taken.or(
                () -> sql.first("look when an instance was seen last", LAST_SEEN, cells -> cells.maybeInstant("seen"))
                        .flatMap(seen -> seen));
        sql.change(
                "mark that it was restored",
                MARK,
                NAME,
                stood.map(Instant::toString).orElse(""),
                now);
        return new Open(cutOff, asked);
    }

    /**
     * Tells the story of each order that is open in it, once. Call it before anything is worked off; cut off, it is taken up by the
     * next start.
     *
     * @return how many were told now; 0 if that was done before, or nothing was restored
     */
    public static int tell(Sql sql, Journal journal, Transactions transactions, Instant now) {
        int told = 0;
        Part part = new Part(0, 0, false);
        do {
            long behind = part.last();
            part = transactions.inOne(() -> part(sql, journal, behind, now));
            told += part.told();
        } while (part.more());
        return told;
    }

    private record Part(int told, long last, boolean more) {}

    /** Under the lock of the mark, so that of several instances one tells a story. */
    private static Part part(Sql sql, Journal journal, long behind, Instant now) {
        Optional<Mark> mark = sql.first("look whether it was restored", MARKED + " for update", Mark::read, NAME);
        if (mark.isEmpty()) {
            return new Part(0, behind, false);
        }
        List<Errand> open = sql.list("find what is open", ORDERS, Errand::read, behind, AT_ONCE);
        int told = (int) open.stream()
                .map(Errand::about)
                .filter(about -> tell(journal, about, mark.get(), now))
                .count();
        if (open.size() < AT_ONCE) {
            sql.change("note that it was told", TOLD, NAME);
            return new Part(told, behind, false);
        }
        return new Part(told, open.getLast().id(), true);
    }

    private static boolean tell(Journal journal, ObjectRef about, Mark mark, Instant now) {
        Fingerprint once = Fingerprint.of(List.of(NAME, about.id(), mark.since().toString()));
        if (journal.repeated(about, once)) {
            return false;
        }
        journal.append(
                about,
                List.of(JournalEntry.noted(Kind.OPERATED, now, mark.line()).with(once)));
        return true;
    }
}
