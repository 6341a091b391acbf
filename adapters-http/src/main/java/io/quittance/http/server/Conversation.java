package io.quittance.http.server;

import io.quittance.http.server.CutConnections.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How far one connection has come, and what its client still owes: the rest of a request, the taking of an answer, the next
 * request. Each has its time from its own beginning, and no byte extends it. What we do ourselves, the client is not charged
 * for: a request that begins to arrive while an earlier one is worked on has its time from that one's answer on.
 */
final class Conversation {
    private static final long NOTHING_OWED = Long.MAX_VALUE;

    private final long patience;
    private final long idle;

    /** When each answer that is not wholly taken yet began to leave; they leave in order. */
    private final Deque<Long> leaving = new ArrayDeque<>();

    /** Whole requests without a whole answer; below 0 while the rest of a request arrives that was answered early. */
    private int ours;

    private boolean arriving;
    private boolean asked;

    /** Since when it is the client's turn, where it is. */
    private long since;

    Conversation(ClientLimits limits, long now) {
        this.patience = limits.patience().toNanos();
        this.idle = limits.idle().toNanos();
        this.since = now;
    }

    /** Some of a request came. */
    void arrives(long now) {
        if (!arriving) {
            arriving = true;
            since = now;
        }
    }

    /** A request is whole. */
    void arrived(long now) {
        asked = true;
        arriving = false;
        since = now;
        ours++;
    }

    /** An answer begins to leave. */
    void leaves(long now) {
        leaving.add(now);
    }

    /** The oldest answer has left. */
    void left(long now) {
        leaving.poll();
        ours--;
        if (ours == 0) {
            since = now;
        }
    }

    /** In how many nanoseconds the client will have been too slow, if nothing happens until then. */
    long remaining(long now) {
        return Math.min(theirTurn(now), taking(now));
    }

    /** In what the client is too slow now, if it is. */
    Optional<Reason> overdue(long now) {
        if (taking(now) <= 0) {
            return Optional.of(Reason.SLOW_ANSWER);
        }
        if (theirTurn(now) <= 0) {
            return Optional.of(awaitsRequest() ? Reason.SLOW_REQUEST : Reason.IDLE);
        }
        return Optional.empty();
    }

    private long theirTurn(long now) {
        return ours > 0 ? NOTHING_OWED : (awaitsRequest() ? patience : idle) - (now - since);
    }

    private long taking(long now) {
        return leaving.isEmpty() ? NOTHING_OWED : patience - (now - leaving.peek());
    }

    /** Whoever connects means to ask; only who has asked before may take a break. */
    private boolean awaitsRequest() {
        return arriving || !asked;
    }
}
