package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import java.util.Optional;

/**
 * Orders and their stories, as the command line and the management API speak of them: each answer is the JSON that the API
 * sends and that {@code --json} prints.
 */
public interface Stories {
    /** So many orders of each kind are answered at most for one number. */
    int MOST_HITS = 50;

    int MOST_LISTED = 500;

    /** {@code {"orders":[...]}}: all that are called so by us, by a merchant or by upstream; none is no trouble. */
    Bytes named(String id);

    /**
     * One order: its summary, what is still to be done about it, and its journal with bodies that are masked.
     *
     * @param kind as {@code capture} or {@code payment-link}
     * @param number ours
     * @throws Trouble if there is no such kind, or no such order
     */
    Bytes tell(String kind, String number);

    /**
     * The same, with bodies as they are. Who looked, and why, stands in the order's journal from then on.
     *
     * @throws Trouble also if the reason or the name is empty or too long
     */
    Bytes reveal(String kind, String number, String reason, String person);

    /**
     * {@code {"orders":[...],"behind":...}}: {@code behind} is where the next page begins, null where there is none.
     *
     * @throws Trouble if the page cannot be asked for so
     */
    Bytes list(Listing listing);

    /**
     * A page of orders, the newest first.
     *
     * @param kind as {@code capture} or {@code payment-link}; empty for all kinds
     * @param state one that its kind, or any, may be in, in the words of the summaries, as {@code PENDING}; in any case
     * @param appId only this app's
     * @param olderThan only what was made that long ago or earlier, as {@code 90s}, {@code 15m}, {@code 24h}, {@code 7d}
     * @param overdue only what a person should look at
     * @param behind our number of the last one of the page before, which is still there
     * @param limit at most {@value #MOST_LISTED}
     */
    record Listing(
            Optional<String> kind,
            Optional<String> state,
            Optional<String> appId,
            Optional<String> olderThan,
            boolean overdue,
            Optional<String> behind,
            int limit) {
        public static final int USUAL = 20;
    }
}
