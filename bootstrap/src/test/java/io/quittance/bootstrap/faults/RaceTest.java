package io.quittance.bootstrap.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Race.Begins;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is asked of the authorized orders of a fault run")
class RaceTest {
    private static final int ORDERS = 2_000;

    private final Orders orders = Orders.of(new Dice(42), new Mix(20, true, false));
    private final List<Race> races = orders.begun(ORDERS).stream()
            .flatMap(order -> orders.race(order).stream())
            .toList();

    @Test
    void follows_from_the_seed_and_each_number_alone() {
        assertTrue(races.size() > ORDERS / 10, () -> races.size() + " races");
        for (Race race : races) {
            assertEquals(race, orders.race(orders.of(race.payment().number())).orElseThrow());
            race.all().forEach(rival -> assertEquals(rival, orders.of(Order.numberIn(rival.id()))));
        }
    }

    @Test
    void is_about_that_order_and_the_same_merchant() {
        for (Race race : races) {
            for (Order rival : race.all()) {
                assertTrue(rival.outTradeNo().equalsIgnoreCase(race.payment().id()));
                assertEquals(race.payment().shop(), rival.shop());
            }
        }
    }

    @Test
    void has_one_at_least_that_may_win() {
        races.forEach(race -> assertFalse(race.isAbove(race.rivals().getFirst())));
    }

    @Test
    void knows_every_way_to_race() {
        assertEquals(
                EnumSet.allOf(Begins.class), races.stream().map(Race::begins).collect(Collectors.toSet()));
        assertEquals(
                Set.of(1, 2, 3),
                races.stream().map(race -> race.rivals().size()).collect(Collectors.toSet()));
        assertEquals(
                EnumSet.of(Kind.CAPTURE, Kind.CANCEL),
                races.stream()
                        .flatMap(race -> race.all().stream())
                        .map(Order::kind)
                        .collect(Collectors.toSet()));
        assertTrue(races.stream().anyMatch(race -> race.all().stream().anyMatch(race::isAbove)));
    }
}
