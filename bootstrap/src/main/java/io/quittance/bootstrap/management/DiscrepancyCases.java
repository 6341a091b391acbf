package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import java.util.Optional;

/**
 * Discrepancies and what persons do about them, as the command line and the management API speak of them: each answer is the
 * JSON that the API sends and that {@code --json} prints.
 */
public interface DiscrepancyCases {
    int MOST_LISTED = 500;

    /**
     * {@code {"discrepancies":[...],"behind":...}}: {@code behind} is where the next page begins, null where there is none.
     *
     * @throws Trouble if the page cannot be asked for so
     */
    Bytes list(Listing listing);

    /**
     * One: what was told, with its body masked, why it was not believed, the order as it stands now, and what can be done.
     *
     * @throws Trouble if there is none of that number
     */
    Bytes tell(long number, Whose whose);

    /**
     * The same, with the body as it is. Who looked, and why, is kept from then on.
     *
     * @throws Trouble also if the reason or the name is empty or too long
     */
    Bytes reveal(By by);

    /**
     * {@code {"changed":...,"moved":...,"discrepancy":{...}}}: says that it is settled. {@code changed} is false if it was ended so
     * before, by whoever is named there.
     *
     * @throws Trouble if that cannot be, as it was ended otherwise; nothing is changed then
     */
    Bytes close(By by);

    /** The same: takes what the message says, where the order's state machine lets it. @throws Trouble as above */
    Bytes adopt(By by, Whose whose);

    record By(long number, String reason, String person) {}

    /**
     * Whose a message is, where nobody could tell.
     *
     * @param account our number of the account that told it
     */
    record Whose(Optional<String> appId, Optional<String> account) {
        public static final Whose UNSAID = new Whose(Optional.empty(), Optional.empty());
    }

    /**
     * A page, the newest first unless told otherwise.
     *
     * @param ended those that were ended instead of those that are open
     * @param kind only those about such orders, as {@code capture} or {@code payment-link}
     * @param order only those about an order that is called so, by us, by its merchant or by upstream
     * @param olderThan only what came that long ago or earlier, as {@code 90s}, {@code 15m}, {@code 24h}, {@code 7d}
     * @param behind the number of the last one of the page before
     * @param limit at most {@value #MOST_LISTED}
     */
    record Listing(
            boolean ended,
            Optional<String> kind,
            Optional<String> appId,
            Optional<String> order,
            Optional<String> olderThan,
            boolean oldestFirst,
            Optional<Long> behind,
            int limit) {
        public static final int USUAL = 20;
    }
}
