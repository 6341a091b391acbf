package io.quittance.application.upstream;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.transaction.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Marks orders as overdue that have not ended in the time of their kind, by their age alone: whatever step an errand is at,
 * and whether anybody works its lane or not. Nothing else changes: errands go on, and an end that comes is told as ever.
 */
public final class MarkOverdue {
    /** Orders found by one statement; each is marked in a unit of work of its own, so nobody waits for its lock long. */
    static final int AT_ONCE = 20;

    /** So many are named to a person, the others counted. */
    static final int NAMED = 5;

    private static final System.Logger LOG = System.getLogger(MarkOverdue.class.getName());

    private final List<FollowedOrders<?>> kinds;
    private final Office office;
    private final List<ObjectRef> named = new ArrayList<>();
    private long untold;

    public MarkOverdue(Collection<? extends FollowedOrders<?>> kinds, Office office) {
        this.kinds = List.copyOf(kinds);
        this.office = Objects.requireNonNull(office, "office");
    }

    /**
     * Marks all that are overdue by now and not marked, and tells a person in one line. Two at once do no harm.
     *
     * @param goOn is asked after each step, and may rest; false ends it, and what is left waits for the next time
     */
    public void sweep(BooleanSupplier goOn) {
        try {
            for (FollowedOrders<?> orders : kinds) {
                if (!sweep(orders, goOn)) {
                    return;
                }
            }
        } finally {
            tell();
        }
    }

    private <O> boolean sweep(FollowedOrders<O> orders, BooleanSupplier goOn) {
        int stuck = 0;
        while (true) {
            List<ObjectRef> late = orders.late(office.now().minus(orders.overdueAfter()), stuck, AT_ONCE);
            for (ObjectRef about : late) {
                stuck += tried(orders, about, stuck == 0) ? 0 : 1;
            }
            if (late.size() < AT_ONCE) {
                return true;
            }
            if (!goOn.getAsBoolean()) {
                return false;
            }
        }
    }

    /** One that breaks keeps no other from being marked; a person is told of the first of a sweep. */
    private <O> boolean tried(FollowedOrders<O> orders, ObjectRef about, boolean first) {
        AtomicBoolean marked = new AtomicBoolean();
        try {
            office.inOne(() -> {
                marked.set(orders.lock(about)
                        .filter(order -> marks(orders, order, about))
                        .isPresent());
                return about;
            });
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(first ? WARNING : DEBUG, about + " is overdue and could not be marked as that", e);
            return false;
        }
        if (marked.get()) {
            note(about);
        }
        return true;
    }

    private <O> boolean marks(FollowedOrders<O> orders, O order, ObjectRef about) {
        return !orders.ended(order) && mark(orders, order, about);
    }

    /**
     * Marks a locked order that has not ended, once. Call inside the unit of work that locked it.
     *
     * @return whether it was not marked before
     */
    <O> boolean mark(FollowedOrders<O> orders, O order, ObjectRef about) {
        Instant now = office.now();
        if (!orders.markOverdue(order, now)) {
            return false;
        }
        office.books()
                .journal()
                .append(about, List.of(JournalEntry.noted(Kind.OVERDUE, now, "no result in " + orders.overdueAfter())));
        return true;
    }

    /** Remembers one that was marked, until a person is told of all. Call after the commit. */
    synchronized void note(ObjectRef about) {
        untold++;
        if (named.size() < NAMED) {
            named.add(about);
        }
    }

    private synchronized void tell() {
        if (untold == 0) {
            return;
        }
        LOG.log(
                WARNING,
                "overdue since the last look, as upstream has not told how they ended: {0} ({1}{2})",
                untold,
                named.stream().map(about -> about.kind() + " " + about.id()).collect(Collectors.joining(", ")),
                untold > named.size() ? ", ..." : "");
        untold = 0;
        named.clear();
    }
}
