package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What merchants are owed, as the command line and the management API speak of it: each answer is the JSON that the API sends
 * and that {@code --json} prints.
 */
public interface Deliveries {
    int MOST_LISTED = 500;

    /**
     * {@code {"deliveries":[...],"behind":...}}: the longest owed first; {@code behind} is where the next page begins, null where
     * there is none. Of one order what was told already comes behind that.
     *
     * @throws Trouble if the page cannot be asked for so
     */
    Bytes list(Filter filter, Optional<String> behind, int limit);

    /**
     * {@code {"count":...,"oldest":...,"newest":...,"again":...}}: how many that would be, and, where an order by itself is owed
     * nothing, how many its last news would be told in again.
     *
     * @throws Trouble as {@link #list}
     */
    Bytes count(Filter filter);

    /**
     * One message: what it is and where it stands, its order, where it goes now, and what its receiver answered so far; bodies
     * are masked.
     *
     * @throws Trouble if nothing is owed under that number
     */
    Bytes show(String id);

    /**
     * The same, with bodies as they are. Who looked, and why, stands in the order's journal from then on.
     *
     * @throws Trouble also if the reason or the name is empty or too long
     */
    Bytes reveal(String id, ByWhom by);

    /**
     * {@code {"outcome":...,"number":...}}: sends now what is owed to its endpoint about the order of that message.
     *
     * @throws Trouble if nothing is owed under that number, or the wish makes no sense; nothing is changed then
     */
    Bytes resend(String id, ByWhom by);

    /**
     * The same for an order by any of its numbers; where nothing is owed about it, its last news is told once more.
     *
     * @param endpoint to that one alone, by its name
     * @throws Trouble also if there is no such order or there are several, or its merchant was never owed any news of it
     */
    Bytes repeat(String order, Optional<String> endpoint, ByWhom by);

    /**
     * {@code {"armed":...,"already":...,"behind":...}}: sends some of what is wanted now; ask again with what is answered as
     * {@code behind} until that is null.
     *
     * @throws Trouble as {@link #list}, or if nothing is said of which are wanted
     */
    Bytes resend(Filter filter, Optional<String> behind, ByWhom by);

    /**
     * Which are wanted; what is left out asks for nothing.
     *
     * @param order any number of one order
     * @param kind of the orders, as {@code capture} or {@code payment-link}
     * @param state {@code waiting}, {@code retrying}, {@code held}, {@code behind}, {@code parked}, {@code aside}; of one order also
     *     {@code delivered}
     * @param since only what was owed first then or later: a time as {@code 2026-11-27T05:00:00Z}, or an age as {@code 24h}
     * @param until only what was owed first then or earlier
     */
    record Filter(
            Optional<String> order,
            Optional<String> appId,
            Optional<String> kind,
            Optional<String> state,
            Optional<String> since,
            Optional<String> until) {
        /** Whether it names an order, and nothing else. */
        public boolean isOrderAlone() {
            return order.isPresent() && !asksForMore();
        }

        boolean asksForNothing() {
            return order.isEmpty() && !asksForMore();
        }

        private boolean asksForMore() {
            return Stream.of(appId, kind, state, since, until).anyMatch(Optional::isPresent);
        }
    }
}
