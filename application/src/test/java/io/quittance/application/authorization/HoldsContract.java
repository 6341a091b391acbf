package io.quittance.application.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.LockedOperations;
import io.quittance.application.capture.LockedOperations.Begun;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Holds} promise over any database, whoever comes at the same moment. */
public interface HoldsContract {
    OutTradeNo ORDER = new OutTradeNo("ORDER-1");
    int AT_ONCE = 12;

    Store store();

    private Begun begin(MerchantId merchant) {
        LockedOperations operations = new LockedOperations(store().operations(), new Holds(store().authorizations()));
        return store().answer(() -> operations.begin(Given.cancel(merchant), Given.NOON));
    }

    private Authorization learn(MerchantId merchant) {
        Authorization told = Authorized.authorization(merchant, ORDER);
        store().perform(() -> new Holds(store().authorizations()).learn(told));
        return told;
    }

    private Hold hold(MerchantId merchant) {
        return store().authorizations().find(merchant, ORDER).orElseThrow().hold();
    }

    @Test
    default void let_one_of_many_begin_that_come_at_once() {
        for (int round = 0; round < 5; round++) {
            MerchantId merchant = Given.merchant(store()).id();
            learn(merchant);

            List<Begun> answers = AtOnce.all(IntStream.range(0, AT_ONCE).boxed().toList(), _ -> begin(merchant));

            assertEquals(1, answers.stream().filter(Begun.New.class::isInstance).count());
            assertEquals(
                    AT_ONCE - 1,
                    answers.stream()
                            .filter(new Begun.NotAllowed(Obstacle.IN_FLIGHT)::equals)
                            .count());
            assertEquals(Hold.CANCELLING, hold(merchant));
        }
    }

    @Test
    default void count_what_begins_while_the_authorization_is_learned() {
        for (int round = 0; round < 10; round++) {
            MerchantId merchant = Given.merchant(store()).id();

            List<Object> answers = AtOnce.all(
                    IntStream.range(0, AT_ONCE).boxed().toList(),
                    n -> n == AT_ONCE / 2 ? learn(merchant) : begin(merchant));

            long begun = answers.stream().filter(Begun.New.class::isInstance).count();
            assertTrue(begun >= 1);
            assertEquals(
                    new Operations(0, 0, (int) begun, 0),
                    store().authorizations().operations(merchant, ORDER));
            assertEquals(Hold.CANCELLING, hold(merchant));
            assertEquals(new Begun.NotAllowed(Obstacle.IN_FLIGHT), begin(merchant));
        }
    }
}
