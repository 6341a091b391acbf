package io.quittance.application.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SpentRequests} promises. */
public interface SpentRequestsContract {
    Store store();

    private static Bytes request() {
        return Bytes.utf8("{\"appId\":\"" + Given.unique("spent") + "\"}");
    }

    private boolean spend(Bytes raw, String use) {
        return store().answer(() -> store().spentRequests().spend(Spending.of(raw, use, Given.NOON)));
    }

    @Test
    default void count_for_the_first_use_alone_however_often_they_come() {
        Bytes raw = request();

        assertTrue(spend(raw, "capture"));
        assertTrue(spend(raw, "capture"));
        assertFalse(spend(raw, "cancel"));
        assertFalse(spend(raw, "Capture"));
        assertTrue(spend(raw, "capture"));
        assertTrue(spend(request(), "cancel"));
    }

    @Test
    default void are_not_spent_where_the_unit_of_work_came_to_nothing() {
        Bytes raw = request();

        assertThrows(
                SpentElsewhere.class,
                () -> store().perform(() -> {
                    assertTrue(store().spentRequests().spend(Spending.of(raw, "capture", Given.NOON)));
                    throw new SpentElsewhere();
                }));

        assertTrue(spend(raw, "cancel"));
    }

    @Test
    default void count_for_one_of_many_uses_at_once() {
        Bytes raw = request();
        List<String> uses = IntStream.range(0, 16).mapToObj(i -> "use " + i % 4).toList();

        List<Boolean> got = AtOnce.all(uses, use -> spend(raw, use));

        List<String> winners = IntStream.range(0, uses.size())
                .filter(got::get)
                .mapToObj(uses::get)
                .distinct()
                .toList();
        assertEquals(1, winners.size(), winners::toString);
        assertEquals(4, got.stream().filter(one -> one).count(), "the same use again is a repeat");
    }

    @Test
    default void are_forgotten_when_their_time_is_over_and_not_before() {
        Bytes raw = request();
        spend(raw, "capture");
        Instant end = Given.NOON.plus(Spending.KEPT);

        forget(end);
        assertFalse(spend(raw, "cancel"));

        forget(end.plusMillis(1));
        assertTrue(spend(raw, "cancel"));
    }

    @Test
    default void are_forgotten_a_few_at_a_time() {
        for (int i = 0; i < 5; i++) {
            spend(request(), "capture");
        }
        Instant later = Given.NOON.plusSeconds(3600);

        int some = store().answer(() -> store().spentRequests().forget(later, 2));

        assertEquals(2, some);
        forget(later);
        assertEquals(0, store().<Integer>answer(() -> store().spentRequests().forget(later, 2)));
    }

    private void forget(Instant now) {
        new ForgetSpentRequests(store().spentRequests(), store().transactions(), () -> now).forget();
    }
}
