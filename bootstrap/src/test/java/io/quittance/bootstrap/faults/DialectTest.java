package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The dialects of a fault run")
class DialectTest {
    private static final int SHOPS = 20;

    private final GivenRun run = new GivenRun();

    @ParameterizedTest
    @EnumSource
    void are_acknowledged_by_their_own_words_alone(Dialect dialect) {
        assertTrue(dialect.acknowledgedBy(dialect.acknowledgement().getBytes(UTF_8)));
        assertFalse(dialect.acknowledgedBy(dialect.other().acknowledgement().getBytes(UTF_8)));
        assertFalse(dialect.acknowledgedBy("<html>Welcome</html>".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    void are_told_apart_and_say_the_same(Ending ending) {
        for (int shop : new int[] {GivenRun.SHOP, GivenRun.LEGACY_SHOP}) {
            Order order = run.order(Kind.PAYOUT, ending, shop);
            var message = Words.read(Words.news(order, shop(shop), Order.Told.truly(ending)));

            assertEquals(Dialect.of(order), Dialect.in(message));
            assertEquals(order.id(), Words.about(message));
            assertEquals(ending.name(), Words.result(message));
            assertEquals(order.amount(), Words.amount(message));
        }
    }

    private static Shop shop(int number) {
        return new Shop(number, null, null, null, null);
    }

    @Test
    void are_both_spoken_by_the_shops_of_a_run_however_few() {
        Set<Boolean> few = IntStream.range(0, 3).mapToObj(Shop::isLegacy).collect(Collectors.toSet());

        assertEquals(Set.of(true, false), few);
        assertEquals(SHOPS / 4, IntStream.range(0, SHOPS).filter(Shop::isLegacy).count());
    }

    @Test
    void are_of_payouts_alone() {
        assertEquals(Dialect.LEGACY, Dialect.of(run.order(Kind.PAYOUT, Ending.SUCCESS, GivenRun.LEGACY_SHOP)));
        assertEquals(Dialect.ENVELOPED, Dialect.of(run.order(Kind.CAPTURE, Ending.SUCCESS, GivenRun.LEGACY_SHOP)));
        assertEquals(Dialect.ENVELOPED, Dialect.of(run.order(Kind.PAYOUT, Ending.SUCCESS, GivenRun.SHOP)));
    }
}
