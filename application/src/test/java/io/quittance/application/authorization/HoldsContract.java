package io.quittance.application.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.LockedOperations;
import io.quittance.application.capture.LockedOperations.Begun;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.authorization.CaptureAllowance;
import io.quittance.domain.authorization.Captures;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Holds} promise over any database, whoever comes at the same moment. */
public interface HoldsContract {
    OutTradeNo ORDER = new OutTradeNo("ORDER-1");
    int AT_ONCE = 12;

    Store store();

    private Begun begin(MerchantId merchant) {
        return begin(new Holds(store().authorizations()), GivenOperations.cancel(merchant));
    }

    private Begun begin(Holds holds, Operation asked) {
        LockedOperations operations = new LockedOperations(store().operations(), holds);
        return store().answer(() -> operations.begin(asked, Set.of(), Given.NOON));
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
    default void let_as_many_captures_begin_as_come_to_what_is_authorized_though_all_come_at_once() {
        Holds severalAllowed = new Holds(store().authorizations(), new CaptureAllowance(AT_ONCE));
        for (int round = 0; round < 5; round++) {
            MerchantId merchant = Given.merchant(store()).id();
            Authorization told = learn(merchant);

            List<Begun> answers = AtOnce.all(
                    IntStream.range(0, AT_ONCE).boxed().toList(),
                    _ -> begin(severalAllowed, Authorized.capture(merchant, Money.of("30", "USD"), false)));

            assertEquals(3, answers.stream().filter(Begun.New.class::isInstance).count());
            assertEquals(
                    AT_ONCE - 3,
                    answers.stream()
                            .filter(new Begun.NotAllowed(Obstacle.IN_FLIGHT)::equals)
                            .count());
            assertEquals(
                    Money.of("90", "USD").amount(),
                    store().authorizations().operations(told).pending().sum());
            assertEquals(Hold.CAPTURING, hold(merchant));
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
            Operations all = store().authorizations().operations(Authorized.authorization(merchant, ORDER));
            assertEquals(new Operations(all.currency(), Captures.NONE, Captures.NONE, (int) begun, 0), all);
            assertEquals(Hold.CANCELLING, hold(merchant));
            assertEquals(new Begun.NotAllowed(Obstacle.IN_FLIGHT), begin(merchant));
        }
    }
}
