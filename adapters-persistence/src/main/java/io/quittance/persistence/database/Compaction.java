package io.quittance.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file of the embedded database from growing with each commit. H2 appends what a commit has changed, and writes what is
 * left of old parts together in the background, but only where it may hold commits back; ours go to the file at once, so nobody did that. It
 * is done here, in turn with whoever writes, as nothing may be under way while H2 stores (ADR 0059).
 */
final class Compaction implements AutoCloseable {
    private static final Duration APART = Duration.ofSeconds(1);

    /** In percent: parts of the file of which less is still in use are written together. H2's own threads wait for 90. */
    private static final int LEAST_IN_USE = 50;

    /** How much is written at once, in bytes: some milliseconds, as nobody else writes meanwhile. */
    private static final int AT_ONCE = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final DataSource source;
    private final WriteTurn turn;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("compaction").daemon().unstarted(work));
    /** As it was when there was nothing to write together. */
    private long done = -1;

    private boolean failed;

    /** @param turn of those who write */
    Compaction(DataSource source, WriteTurn turn) {
        this.source = source;
        this.turn = turn;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, APART.toMillis(), APART.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The next look is after the next pause, whatever came of this one. */
    private void look() {
        try {
            once();
            failed = false;
        } catch (SQLException | MVStoreException e) {
            if (!failed && !thread.isShutdown()) {
                LOG.warn("The file of the embedded database is not kept small, which is tried again: {}", e.toString());
            }
            failed = true;
        }
    }

    private void once() throws SQLException {
        try (Connection connection = source.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            if (store.getCurrentVersion() != done) {
                turn.alone(() -> store.compact(LEAST_IN_USE, AT_ONCE))
                        .filter(more -> !more)
                        .ifPresent(_ -> done = store.getCurrentVersion());
            }
        }
    }

    /** What is being written is ended first. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(turn.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The file of the embedded database is still being written");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
